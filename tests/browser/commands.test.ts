import type { Page } from "playwright-core";
import { expect } from "vitest";
import { describeInBrowser, test } from "./browser-test";
import { findViolations } from "./find-violations";

/** Until then the keys are the browser's. */
const untilKeysWork = (page: Page) => page.locator("button[aria-keyshortcuts]").waitFor();

/** Opens the palette, looks for something and takes the first entry, which must be that. */
async function choose(page: Page, search: string, entry: string | RegExp) {
  await untilKeysWork(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Search and commands" }).waitFor();
  await page.keyboard.type(search);
  await page.getByRole("option", { name: entry, selected: true }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

describeInBrowser("commands, with the keyboard alone", () => {
  test.for(["light", "dark"] as const)(
    "the palette and the list of shortcuts break no rule of axe-core (%s)",
    async (theme, { console: { server }, open }) => {
      const page = await open(`${server.url}/prompts`, { theme });
      await untilKeysWork(page);

      await page.keyboard.press("Control+k");
      await page.getByRole("option", { name: "New prompt" }).waitFor();
      const inPalette = await findViolations(page);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();

      expect([...inPalette, ...(await findViolations(page))]).toEqual([]);
    },
  );

  test("a prompt is found by its text or its id, and what does not exist is told", async ({
    console: { server, write },
    open,
  }) => {
    const id = await write("A lighthouse in wall_x fog.", "Lighthouse");
    const page = await open(server.url);

    await choose(page, "wall_x", /Lighthouse/);
    await page.waitForURL(`${server.url}/prompts/${id}`);
    await choose(page, "g", "Activity");
    await page.waitForURL(`${server.url}/`);
    await choose(page, id.slice(0, 8), /Lighthouse/);
    await page.waitForURL(`${server.url}/prompts/${id}`);

    await page.keyboard.press("Control+k");
    await page.keyboard.type("wallox");
    await page.getByText("Nothing found for “wallox”.").waitFor();
  });

  test("pausing the queue is told with a way back", async ({
    console: { server, client },
    open,
  }) => {
    const page = await open(server.url);

    await choose(page, "pause queue", "Pause the queue");
    const undo = page.getByRole("button", { name: "Undo" });
    await undo.focus();
    expect((await client.queue.state.query()).paused).toBe(true);
    await page.keyboard.press("Enter");

    await page.getByText("Queue resumed.").waitFor();
    expect((await client.queue.state.query()).paused).toBe(false);
  });

  test("the run that is open can be cancelled", async ({
    console: { server, submit, reached },
    open,
  }) => {
    const { id } = await submit({ lines: 2, hang: true }, { name: "Endless" });
    await reached(id, "running");
    const page = await open(`${server.url}/runs/${id}`);

    await choose(page, "cancel", "Cancel this run");

    await page.getByText("The run was asked to stop.").waitFor();
    await reached(id, "cancelled");
  });

  test("the theme chosen in the palette is there at the next visit", async ({
    console: { server },
    open,
  }) => {
    const page = await open(`${server.url}/inputs`);

    await choose(page, "dark", "Dark theme");
    await page.getByRole("button", { name: "Dark theme", pressed: true }).waitFor();
    await page.reload();

    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  });

  test("keys lead through pages and rows, but not while text is typed", async ({
    console: { server, write },
    open,
  }) => {
    await write("Older.", "Older");
    await write("Newer.", "Newer");
    const page = await open(`${server.url}/inputs`);
    await untilKeysWork(page);

    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await page.waitForURL(`${server.url}/prompts`);
    await page.getByRole("heading", { level: 1, name: "Prompts" }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("grj?");
    expect(await page.getByRole("searchbox").inputValue()).toBe("grj?");
    // The first Escape empties the field, the second leaves it.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");

    await page.keyboard.press("j");
    expect(await focusedText(page)).toBe("Newer");
    await page.keyboard.press("j");
    expect(await focusedText(page)).toBe("Older");
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Newer" }).waitFor();
  });

  test("shortcuts of single keys can be switched off, and stay off", async ({
    console: { server },
    open,
  }) => {
    const page = await open(`${server.url}/inputs`);
    await untilKeysWork(page);
    await page.keyboard.press("?");
    const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await list.getByRole("switch", { name: /single keys/ }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "detached" });
    await page.reload();
    await untilKeysWork(page);

    await page.keyboard.press("?");
    await page.keyboard.press("Control+k");

    await page.getByRole("dialog", { name: "Search and commands" }).waitFor();
    expect(await list.count()).toBe(0);
  });
});
