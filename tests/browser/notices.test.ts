import type { BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { waitFor } from "../harness/wait-for";
import { describeInBrowser, test } from "./browser-test";

const patience = 60_000;

/** Stands in for the browser's notifications and keeps what they say, in all tabs of the context. */
async function recordNotifications(
  context: BrowserContext,
  permission: NotificationPermission,
): Promise<string[]> {
  const told: string[] = [];
  await context.exposeFunction("keepNotification", (text: string) => {
    told.push(text);
  });
  await context.addInitScript((answer) => {
    class Recorded {
      // Asked for in one tab, it counts in all.
      static get permission() {
        return localStorage.getItem("asked") === null ? "default" : answer;
      }
      static async requestPermission() {
        localStorage.setItem("asked", "1");
        return answer;
      }
      onclick = null;
      constructor(title: string, options: { body: string }) {
        const { keepNotification } = window as unknown as {
          keepNotification: (text: string) => void;
        };
        keepNotification(`${title}: ${options.body}`);
      }
      close() {}
    }
    Object.defineProperty(window, "Notification", { value: Recorded });
  }, permission);
  return told;
}

/** A browser without tabs, with its notifications. */
async function prepare(blank: Page, permission: NotificationPermission) {
  const context = blank.context();
  const told = await recordNotifications(context, permission);
  return {
    told,
    async show(url: string): Promise<Page> {
      const page = await context.newPage();
      await page.goto(url);
      if (!blank.isClosed()) await blank.close();
      return page;
    },
  };
}

const isPressed = (button: Locator) =>
  expect.poll(() => button.getAttribute("aria-pressed"), { timeout: patience }).toBe("true");

describeInBrowser("notices", () => {
  test("a watched run's end is notified once, however many tabs are open", async ({
    console: product,
    open,
  }) => {
    const { server, client, submit, reached } = product;
    const { id } = await submit({ lines: 3, hang: true }, { name: "Watched" });
    await reached(id, "running");
    const { told, show } = await prepare(await open(`${server.url}/inputs`), "granted");
    const first = await show(`${server.url}/runs`);
    const second = await show(`${server.url}/runs`);
    await show(`${server.url}/inputs`);
    await first.getByText("Live", { exact: true }).waitFor();

    const name = `Notify me when run ${id} ends`;
    await first.getByRole("button", { name }).click();
    await first.getByText("You will be notified when the run ends").waitFor();
    // The other tabs know it, too.
    await isPressed(second.getByRole("button", { name }));
    await client.runs.cancel.mutate({ id });
    await reached(id, "cancelled");

    await waitFor(async () => told.length > 0, "the notification", patience);
    await expect
      .poll(() => first.evaluate(() => localStorage.getItem("cosmos_watched")), {
        timeout: patience,
      })
      .toBe("[]");
    expect(told).toEqual([expect.stringMatching(/^Transfer cancelled: Watched/)]);
  });

  test("a run that ended while every page was closed is told with the next page", async ({
    console: product,
    open,
  }) => {
    const { server, client, submit, reached } = product;
    const { id } = await submit({ lines: 3, hang: true }, { name: "Left alone" });
    await reached(id, "running");
    const { told, show } = await prepare(await open(`${server.url}/inputs`), "granted");
    const page = await show(`${server.url}/runs/${id}`);
    await page.getByText("Live", { exact: true }).waitFor();
    const toggle = page.getByRole("button", { name: "Notify me", exact: true });
    await toggle.click();
    await isPressed(toggle);
    await page.close();

    await client.runs.cancel.mutate({ id });
    await reached(id, "cancelled");
    await show(`${server.url}/inputs`);

    await waitFor(async () => told.length > 0, "the notification", patience);
    expect(told).toEqual([expect.stringMatching(/^Transfer cancelled: Left alone/)]);
  });

  test("where notifications are blocked, that is said, and a message tells instead", async ({
    console: product,
    open,
  }) => {
    const { server, client, submit, reached } = product;
    const { id } = await submit({ lines: 3, hang: true }, { name: "Not allowed" });
    await reached(id, "running");
    const { told, show } = await prepare(await open(`${server.url}/inputs`), "denied");
    const page = await show(`${server.url}/runs/${id}`);
    await page.getByText("Live", { exact: true }).waitFor();

    await page.getByRole("button", { name: "Notify me", exact: true }).click();
    await page.getByText("This browser blocks notifications of this site").waitFor();
    await client.runs.cancel.mutate({ id });
    await reached(id, "cancelled");

    await page.getByText(/^Transfer cancelled: Not allowed/).waitFor({ timeout: patience });
    expect(told).toEqual([]);
  });
});
