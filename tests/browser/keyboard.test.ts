import type { Page } from "playwright-core";
import { expect } from "vitest";
import { describeInBrowser, test } from "./browser-test";

describeInBrowser("with the keyboard alone", () => {
  test("the first Tab offers to skip the navigation", async ({ console: { server }, open }) => {
    const page = await open(server.url);

    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to content" });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");

    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
  });

  test("every control is reached by Tab and shows that it has the focus", async ({
    console: { server, write },
    open,
  }) => {
    const prompt_id = await write({}, "By keyboard");
    for (const path of ["/", "/runs", "/prompts", `/prompts/${prompt_id}`]) {
      const page = await open(server.url + path);
      const controls = await markControls(page);
      const reached = new Set<string>();
      for (let presses = 0; presses < controls.length + 5; presses++) {
        await page.keyboard.press("Tab");
        const focus = await readFocus(page);
        if (!focus.mark) continue;
        expect(focus.visible, `focus ring of ${focus.mark} on ${path}`).toBe(true);
        reached.add(focus.mark);
      }
      expect(
        controls.filter((control) => !reached.has(control)),
        `controls of ${path} out of reach`,
      ).toEqual([]);
    }
  });

  test("a dialog holds the focus until it is answered, and Escape answers no", async ({
    console: { server, client, submit, reached },
    open,
  }) => {
    const { id } = await submit({}, { name: "Kept" });
    await reached(id, "completed");
    const page = await open(`${server.url}/runs/${id}`);
    await page.getByRole("link", { name: "Delete" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();

    for (let presses = 0; presses < 6; presses++) {
      await page.keyboard.press("Tab");
      // Beside the dialog only the browser's own bar may have the focus: then it is on the body.
      const place = await page.evaluate(() => {
        const focused = document.activeElement;
        return focused === document.body || focused?.closest("dialog") !== null;
      });
      expect(place).toBe(true);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect((await client.runs.get.query({ id })).status).toBe("completed");
  });
});

/** Names every control in sight, so that each can be recognised when it has the focus. */
function markControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const selector = "a[href], button, input:not([type=hidden]), select, textarea, summary";
    const controls = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (control) => control.checkVisibility() && !control.matches(":disabled"),
    );
    return controls.map((control, index) => {
      const mark = `${index} ${control.tagName} ${control.textContent || control.ariaLabel || control.id}`;
      control.dataset.mark = mark;
      return mark;
    });
  });
}

/** What has the focus, and whether it shows: by an outline of its own or of the area it stands for. */
function readFocus(page: Page): Promise<{ mark: string | null; visible: boolean }> {
  return page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const outlines = [undefined, "::before", "::after"].map(
      (part) => getComputedStyle(focused, part).outlineStyle,
    );
    return {
      mark: focused.getAttribute("data-mark"),
      visible: outlines.some((outline) => outline !== "none"),
    };
  });
}
