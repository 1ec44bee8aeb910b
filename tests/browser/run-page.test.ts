import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { describeInBrowser, test } from "./browser-test";
import { findViolations } from "./find-violations";
import type { Console } from "./start-console";

const timeout = 60_000;

/** A completed transfer and its completed upscale; returns their ids. */
async function makePair({ client, submit, reached }: Console, name: string) {
  const parent = await submit({}, { name });
  await reached(parent.id, "completed");
  const child = await client.runs.create.mutate({
    model_type: "upscale",
    execution_config: { parent_run_id: parent.id, prompt: "{}" },
  });
  await reached(child.id, "completed");
  return { parent: parent.id, child: child.id };
}

const benchOf = (page: Page) => page.getByRole("group", { name: "Video bench" });
const frameOf = (page: Page) => page.locator("[data-frame]").innerText();
const momentsOf = (page: Page) =>
  benchOf(page)
    .locator("video")
    .evaluateAll((videos) => videos.map((video) => (video as HTMLVideoElement).currentTime));
/** The videos can be sought from here on. */
const untilLoaded = (page: Page) =>
  expect
    .poll(
      () =>
        benchOf(page)
          .locator("video")
          .evaluateAll((all) => all.every((video) => (video as HTMLVideoElement).readyState >= 1)),
      { timeout },
    )
    .toBe(true);

describeInBrowser("the video bench", () => {
  test("steps by frame with keys, and both videos show the same moment", async ({
    console: product,
    open,
  }) => {
    const { parent, child } = await makePair(product, "Stepped");
    const page = await open(`${product.server.url}/runs/${child}`);
    await untilLoaded(page);
    expect(await page.locator("video").first().getAttribute("src")).toContain(parent);
    expect(await frameOf(page)).toMatch(/^frame 1 \/ \d+$/);

    await benchOf(page).focus();
    await page.keyboard.press(".");
    await page.keyboard.press(".");
    await expect.poll(() => frameOf(page), { timeout }).toMatch(/^frame 3 \//);
    await expect.poll(async () => new Set(await momentsOf(page)).size, { timeout }).toBe(1);
    await page.keyboard.press(",");
    await expect.poll(() => frameOf(page), { timeout }).toMatch(/^frame 2 \//);
  });

  test("its view is part of the address, and the divider moves by keys", async ({
    console: product,
    open,
  }) => {
    const { child } = await makePair(product, "Wiped");
    const page = await open(`${product.server.url}/runs/${child}`);

    await page.getByRole("button", { name: "Wipe" }).click();
    const divider = page.getByRole("slider", { name: /Divider/ });
    await divider.focus();
    await page.keyboard.press("ArrowRight");
    expect(await divider.getAttribute("aria-valuenow")).toBe("51");
    await page.keyboard.press("Home");
    expect(await divider.getAttribute("aria-valuenow")).toBe("0");
    expect(page.url()).toContain("view=wipe");
    expect(await findViolations(page)).toEqual([]);

    await page.reload();
    await divider.waitFor();
  });

  test("any run can be compared with, and one that is not there is said plainly", async ({
    console: product,
    open,
  }) => {
    const { server, submit, reached } = product;
    const [one, other] = [await submit({}, { name: "One" }), await submit({}, { name: "Other" })];
    for (const { id } of [one, other]) await reached(id, "completed");
    const page = await open(`${server.url}/runs/${one.id}`);
    expect(await benchOf(page).locator("video").count()).toBe(1);

    await page.getByLabel("Id of another run").fill(other.id);
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await page.locator(`video[src*="${other.id}"]`).waitFor();

    await page.goto(`${server.url}/runs/${one.id}?compare=nothinghere00`);
    await page.getByText("There is no run “nothinghere00” to compare with.").waitFor();
    expect(await benchOf(page).locator("video").count()).toBe(1);
  });
});

describeInBrowser("the rating", () => {
  const ratingOf = async ({ client }: Console, id: string) =>
    (await client.runs.get.query({ id })).rating;

  test("is given by keys on the bench and by mouse, and taken back by 0", async ({
    console: product,
    open,
  }) => {
    const { id } = await product.submit({}, { name: "Rated" });
    await product.reached(id, "completed");
    const page = await open(`${product.server.url}/runs/${id}`);

    await benchOf(page).focus();
    await page.keyboard.press("4");
    await expect.poll(() => ratingOf(product, id), { timeout }).toBe(4);
    await page.getByText("Rated 4 of 5.").waitFor();
    await page.getByRole("radio", { name: "2 stars" }).check({ force: true });
    await expect.poll(() => ratingOf(product, id), { timeout }).toBe(2);
    await page.keyboard.press("0");
    await expect.poll(() => ratingOf(product, id), { timeout }).toBe(null);
  });

  test("works without JavaScript, as a form", async ({ console: product, open }) => {
    const { id } = await product.submit({}, { name: "Rated plainly" });
    await product.reached(id, "completed");
    const page = await open(`${product.server.url}/runs/${id}`, { scripts: false });

    await page.getByRole("radio", { name: "5 stars" }).check({ force: true });
    await page.getByRole("button", { name: "Save rating" }).click();
    await page.getByText("Rated 5 of 5.").waitFor();

    expect(await ratingOf(product, id)).toBe(5);
    expect(await page.getByRole("radio", { name: "5 stars" }).isChecked()).toBe(true);
  });
});

describeInBrowser("the log", () => {
  const LINES = 40_000;

  /** Until then it holds the lines with which the page was made. */
  const untilFollowed = (page: Page) => page.getByText("40,000 lines", { exact: true }).waitFor();

  /** A completed run whose log is long. */
  async function makeLongLog({ server, submit, reached }: Console, name: string) {
    const { id } = await submit({}, { name });
    await reached(id, "completed");
    const lines = Array.from({ length: LINES }, (_, index) =>
      index === 119 ? "\u001b[31mERROR\u001b[0m at 50% of the work" : `line ${index + 1}`,
    );
    writeFileSync(join(server.dataDir, "runs", id, "run.log"), `${lines.join("\n")}\n`);
    return id;
  }

  test("a long one shows its end, opens at a linked line, and goes back to its end", async ({
    console: product,
    open,
  }) => {
    const id = await makeLongLog(product, "Linked");
    const page = await open(`${product.server.url}/runs/${id}`);
    const log = page.getByRole("log");
    await untilFollowed(page);
    await log.getByText(`line ${LINES}`, { exact: true }).waitFor();
    // What is not in sight is not in the page.
    expect(await log.locator("[data-line]").count()).toBeLessThan(200);

    await page.goto(`${product.server.url}/runs/${id}#L120`);
    await page.reload();
    await log.getByText("ERROR at 50% of the work").waitFor();
    await page.getByRole("button", { name: "Copy link to line 120" }).waitFor();

    await page.getByRole("button", { name: "Jump to end" }).click();
    await log.getByText(`line ${LINES}`, { exact: true }).waitFor();
  });

  test("Enter goes to what was typed, however soon it is pressed", async ({
    console: product,
    open,
  }) => {
    const id = await makeLongLog(product, "Typed fast");
    const page = await open(`${product.server.url}/runs/${id}`);
    await untilFollowed(page);
    const field = page.getByRole("searchbox", { name: "Search the log" });

    await field.fill(`line ${LINES}`);
    await field.press("Enter");

    const match = page.getByLabel("Match", { exact: true });
    await expect.poll(() => match.innerText(), { timeout }).toBe("1 / 1");
  });

  test("the search says how far it looked, loads the rest and finds it", async ({
    console: product,
    open,
  }) => {
    const id = await makeLongLog(product, "Searched");
    const page = await open(`${product.server.url}/runs/${id}`);
    const log = page.getByRole("log");
    await untilFollowed(page);
    await log.getByText(`line ${LINES}`, { exact: true }).waitFor();
    const field = page.getByRole("searchbox", { name: "Search the log" });
    const match = page.getByLabel("Match", { exact: true });

    await field.fill("50%");
    await page.getByText(/^Searched [\d,]+ of 40,000 lines\.$/).waitFor();
    await page.getByRole("button", { name: "Load all" }).click();
    await expect.poll(() => match.innerText(), { timeout }).toBe("0 / 1");
    await field.press("Enter");
    await log.getByText("ERROR at 50% of the work").waitFor();
    expect(await match.innerText()).toBe("1 / 1");

    await page.getByRole("button", { name: "Regular expression" }).click();
    await field.fill("(");
    await page.getByText(/^Not a valid regular expression: /).waitFor();
    await field.fill("");
    await page.getByLabel("Level").selectOption("error");
    await expect
      .poll(() => log.locator("div.whitespace-pre").allInnerTexts(), { timeout })
      .toEqual(["ERROR at 50% of the work"]);
    expect(await findViolations(page)).toEqual([]);
  });
});
