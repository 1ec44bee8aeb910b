import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { describeInBrowser, test } from "./browser-test";
import { findViolations } from "./find-violations";
import type { Console } from "./start-console";

const timeout = 60_000;

const cardOf = (page: Page, title: string) =>
  page.locator("section", { has: page.getByRole("heading", { name: title, exact: true }) });

describeInBrowser("the end of the log", () => {
  /** A completed run whose log has 3,000 lines. */
  async function makeLog({ server, submit, reached }: Console, name: string) {
    const { id } = await submit({}, { name });
    await reached(id, "completed");
    const lines = Array.from(
      { length: 3000 },
      (_, index) => `\u001b[32mline ${index + 1}\u001b[0m`,
    );
    writeFileSync(join(server.dataDir, "runs", id, "run.log"), `${lines.join("\n")}\n`);
    return id;
  }

  /** Where a line stands in the log's box, in pixels. */
  async function placeOf(page: Page, text: string): Promise<number> {
    const log = page.getByRole("log");
    const line = await log.getByText(text, { exact: true }).boundingBox();
    const box = await log.boundingBox();
    return (line?.y ?? Number.NaN) - (box?.y ?? 0);
  }

  test("is read without JavaScript", async ({ console: product, open }) => {
    const id = await makeLog(product, "Read plainly");
    const page = await open(`${product.server.url}/runs/${id}`, { scripts: false });

    const log = page.getByRole("log");
    expect(await log.locator("[data-line]").count()).toBe(200);
    await page.getByText("Last 200 of 3,000 lines").waitFor();
    const { height = 0 } = (await log.boundingBox()) ?? {};
    const place = await placeOf(page, "line 3000");
    expect(place).toBeGreaterThan(0);
    expect(place).toBeLessThan(height);
  });

  test("gives way to the whole log, and what is in sight stays where it is", async ({
    console: product,
    open,
  }) => {
    const id = await makeLog(product, "Stays put");
    const page = await open(`${product.server.url}/runs/${id}`);
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/runs\.log_index/, async (route) => {
      await released;
      await route.continue();
    });
    await page.reload();
    await page.getByText("Last 200 of 3,000 lines").waitFor();
    await page.getByRole("log").evaluate((box) => box.scrollBy(0, -360));
    const before = await placeOf(page, "line 2970");

    release();
    await page.getByText("3,000 lines", { exact: true }).waitFor({ timeout });

    const moved = async () => Math.abs((await placeOf(page, "line 2970")) - before);
    await expect.poll(moved, { timeout }).toBeLessThan(1);
    await page.getByRole("button", { name: "Jump to end" }).click();
    await page.getByRole("log").getByText("line 3000", { exact: true }).waitFor();
  });
});

describeInBrowser("the family of a run", () => {
  test("shows who came from whom by keyboard, and follows the others", async ({
    console: { server, client, submit, reached },
    open,
  }) => {
    const parent = await submit({}, { name: "Ancestor" });
    await reached(parent.id, "completed");
    const upscale = (prompt: string) =>
      client.runs.create.mutate({
        model_type: "upscale",
        execution_config: { parent_run_id: parent.id, prompt },
      });
    const child = await upscale("{}");
    await reached(child.id, "completed");
    const slow = await upscale('{ "hang": true }');
    await reached(slow.id, "running");
    const page = await open(`${server.url}/runs/${child.id}`);

    const family = cardOf(page, "Family");
    const ids = await family
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("data-run")));
    expect(ids).toEqual([parent.id, child.id, slow.id]);
    expect(await family.locator("[aria-current]").getAttribute("data-run")).toBe(child.id);
    await family.getByRole("link").first().focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-run"))).toBe(
      child.id,
    );

    const node = (status: string) =>
      family.locator(`[data-run="${slow.id}"][data-status="${status}"]`);
    await node("running").waitFor();
    await client.runs.cancel.mutate({ id: slow.id });
    await node("cancelled").waitFor({ timeout });
  });
});

describeInBrowser("the parameters of a run", () => {
  test("stand beside those of any other run, what differs first and in words", async ({
    console: { server, client, write, reached },
    open,
  }) => {
    const prompt_id = await write({}, "Compared");
    const make = async (seed: number) => {
      const execution_config = { seed, num_steps: 20 };
      const { id } = await client.runs.create.mutate({
        model_type: "transfer",
        prompt_id,
        execution_config,
      });
      await reached(id, "completed");
      return id;
    };
    const [one, other] = [await make(7), await make(8)];
    const page = await open(`${server.url}/runs/${one}`, { scripts: false });

    const parameters = cardOf(page, "Parameters");
    await parameters.getByLabel("Compare settings with run").fill(other);
    await parameters.getByRole("button", { name: "Show differences" }).click();
    await page.waitForURL(`${server.url}/runs/${one}?compare=${other}`);

    await parameters.getByText(`1 differs from run ${other}.`).waitFor();
    const rows = await parameters.locator("tbody tr").allInnerTexts();
    expect(rows[0]?.replace(/\s+/g, " ")).toBe("Differs: Seed 7 8");
    expect(rows.filter((row) => row.includes("Differs"))).toHaveLength(1);
    // The videos go by the same address.
    await page.locator(`video[src*="${other}"]`).waitFor();
  });
});

describeInBrowser("what a run was made from", () => {
  test("is told by its manifest, its controls and its phases", async ({
    console: { server, client, write, reached },
    open,
  }) => {
    const { id } = await client.runs.create.mutate({
      model_type: "transfer",
      prompt_id: await write({ lines: 3 }, "Told"),
      execution_config: { weights: { vis: 0.75, edge: 0.5, depth: 0, seg: 0 } },
    });
    await reached(id, "completed");
    const page = await open(`${server.url}/runs/${id}`);

    const guides = await cardOf(page, "Guided by").getByRole("listitem").allInnerTexts();
    expect(guides.map((guide) => guide.replace(/\s+/g, " ").trim())).toEqual([
      "Source Colour video",
      "Visual weight 0.75 Made from the source",
      "Edge weight 0.5 Made from the source",
      "Depth weight 0 Off",
      "Segmentation weight 0 Off",
    ]);
    const phases = page.getByRole("list", { name: "How long each phase took" });
    expect(await phases.getByRole("listitem").count()).toBeGreaterThan(0);
    const manifest = cardOf(page, "Manifest");
    for (const part of ["Command", "What it was given", "Spec", "Whole file"]) {
      await manifest.getByText(part, { exact: true }).click();
    }
    await manifest
      .getByText(/transfer\.mjs$/)
      .first()
      .waitFor();
    await manifest.getByText("input.mp4").first().waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
});
