import type { Notice } from "./notice";

/** Shows and announces a notice. What shows it is loaded with the first one. */
export async function tell(notice: Notice): Promise<void> {
  try {
    const { showNotice } = await import("./show-notice");
    showNotice(notice);
  } catch {
    // The server is out of reach; what the page shows tells the same.
  }
}

/** Puts up the live region before there is something to announce. */
export function expectNotice(): void {
  import("./show-notice").catch(() => undefined);
}
