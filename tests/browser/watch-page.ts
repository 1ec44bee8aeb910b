import type { Page } from "playwright-core";

/** Answers that a test expects: the page of something deleted is a 404. */
export type Allowed = (status: number, path: string) => boolean;

/**
 * Notes what a page does that nobody should see: console errors, exceptions, failed requests,
 * requests to another host. Returns the list, which grows.
 */
export function watchPage(page: Page, origin: string, allowed: Allowed): string[] {
  const problems: string[] = [];
  const note = (what: string) => problems.push(`${new URL(page.url(), origin).pathname}: ${what}`);
  page.on("console", (message) => {
    // The answer itself is noted below, unless it is allowed.
    const unloaded = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !unloaded) note(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => note(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) note(`asked ${url.origin}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // Leaving a page ends its streams and downloads; a browser without scripts fetches none.
    if (reason !== "net::ERR_ABORTED" && reason !== "csp") note(`${reason} for ${request.url()}`);
  });
  page.on("response", (response) => {
    const path = new URL(response.url()).pathname;
    if (response.status() >= 400 && !allowed(response.status(), path)) {
      note(`${response.status()} for ${path}`);
    }
  });
  return problems;
}
