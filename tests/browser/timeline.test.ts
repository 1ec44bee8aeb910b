import type { Page } from "playwright-core";
import { expect } from "vitest";
import { describeInBrowser, test } from "./browser-test";

const patience = { timeout: 60_000 };

const timelineOf = (page: Page) => page.getByRole("application", { name: /^Timeline/ });
const canvasOf = (page: Page) => timelineOf(page).locator("canvas");
/** What the keys point at, as a screen reader is told. */
const told = (page: Page) => timelineOf(page).locator("xpath=..").getByRole("status").innerText();

/** Points at what happened last on the first slot, until it is what the words say. */
async function pointAt(page: Page, words: RegExp) {
  const look = async () => {
    const timeline = timelineOf(page);
    for (const key of ["Escape", "End", "Shift+ArrowLeft"]) await timeline.press(key);
    return told(page);
  };
  await expect.poll(look, patience).toMatch(words);
}

describeInBrowser("timeline", () => {
  test("an idle slot says why, as soon as it changes", async ({ console: product, open }) => {
    const { server, client } = product;
    const page = await open(server.url);
    await canvasOf(page).waitFor();
    await page.getByText("Live", { exact: true }).waitFor();

    await client.queue.pause.mutate();
    await page.getByRole("button", { name: "Zoom in" }).dblclick();

    try {
      await pointAt(page, /Queue paused \(by .+\)\. Idle for/);
      await page.locator("[data-timeline-tooltip]", { hasText: "Queue paused" }).waitFor();
      await timelineOf(page).press("Escape");
      await page.locator("[data-timeline-tooltip]").waitFor({ state: "detached" });
    } finally {
      await client.queue.resume.mutate();
    }
  });

  test("a running run appears by itself, is found with the keys and opened", async ({
    console: product,
    open,
  }) => {
    const { server, client, submit, reached } = product;
    const page = await open(server.url);
    await canvasOf(page).waitFor();
    await page.getByText("Live", { exact: true }).waitFor();

    const run = await submit({ lines: 2, hang: true }, { name: "Seen as a bar" });
    await reached(run.id, "running");
    // A second is less than a pixel of an hour.
    for (let step = 0; step < 4; step++) await timelineOf(page).press("+");
    await pointAt(page, /^Seen as a bar\. Transfer, Running/);
    await timelineOf(page).press("Enter");

    await page.waitForURL(`${server.url}/runs/${run.id}`, patience);
    await client.runs.cancel.mutate({ id: run.id });
    await reached(run.id, "cancelled");
  });

  test("it goes back in time, and to the present again", async ({ console: product, open }) => {
    const page = await open(product.server.url);
    await canvasOf(page).waitFor();
    const now = page.getByRole("button", { name: "Now", exact: true });
    expect(await now.isDisabled()).toBe(true);

    await timelineOf(page).press("ArrowLeft");
    await expect.poll(() => now.isEnabled(), patience).toBe(true);
    await now.click();

    await expect.poll(() => now.isDisabled(), patience).toBe(true);
  });

  test("two fingers zoom in, and out again", async ({ console: product, open }) => {
    const page = await open(product.server.url);
    await canvasOf(page).waitFor();
    const box = await canvasOf(page).boundingBox();
    if (!box) throw new Error("The timeline is not to be seen.");
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const client = await page.context().newCDPSession(page);
    await client.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 2 });
    /** Both fingers, so many pixels from the middle. */
    const fingers = (...apart: number[]) =>
      apart.flatMap((px) => [-px, px].map((x) => ({ x: middle.x + x, y: middle.y })));
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...apart: number[]) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: fingers(...apart) });
    const shown = page.getByRole("status", { name: "Time shown" });
    expect(await shown.innerText()).toBe("1h 0m");

    await touch("touchStart", 20);
    for (const apart of [30, 45, 60]) await touch("touchMove", apart);
    await touch("touchEnd");
    await expect.poll(() => shown.innerText(), patience).toBe("20m 0s");

    await touch("touchStart", 60);
    for (const apart of [45, 30, 20]) await touch("touchMove", apart);
    await touch("touchEnd");
    await expect.poll(() => shown.innerText(), patience).toBe("1h 0m");
  });

  test("without scripts its span is a link, and its figures are words", async ({
    console: product,
    open,
  }) => {
    const { server, submit, reached } = product;
    const run = await submit({}, { name: "In the figures" });
    await reached(run.id, "completed");
    const page = await open(server.url, { scripts: false });

    await page.getByRole("link", { name: "Day", exact: true }).click();
    await page.waitForURL(`${server.url}/?span=day`);
    await page.getByRole("link", { name: "Transfer", exact: true }).click();
    await page.waitForURL(`${server.url}/?type=transfer&span=day`);
    await page.getByText("In figures").click();

    const rows = page.getByRole("row");
    await rows
      .filter({ hasText: /\d+ completed/ })
      .first()
      .waitFor();
    await rows
      .filter({ hasText: /Queue empty: / })
      .first()
      .waitFor();
  });
});
