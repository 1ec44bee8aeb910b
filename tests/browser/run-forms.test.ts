import type { Page } from "playwright-core";
import { expect } from "vitest";
import { describeInBrowser, test } from "./browser-test";
import { hydrated } from "./hydrated";

const patience = 60_000;
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const expectation = (page: Page) => page.getByRole("region", { name: "What to expect" });
const shownRun = async (page: Page) => {
  await page.waitForURL(/\/runs\/[a-z0-9]{12}$/, { timeout: patience });
  return page.url().split("/").at(-1) ?? "";
};

/** Waits until a control holds a value. */
async function holds(page: Page, label: string, value: string): Promise<void> {
  const read = () => field(page, label).inputValue();
  await expect.poll(read, { timeout: patience }).toBe(value);
}

describeInBrowser("the form of a run", () => {
  test("a preset fills it, what is changed is marked, and each change has a way back", async ({
    console: { server, write },
    open,
  }) => {
    const page = await open(`${server.url}/prompts/${await write({}, "Presets")}`);
    const marks = page.locator("[data-changed]");
    await holds(page, "Steps", "35");

    await field(page, "Preset").selectOption({ label: "Quick draft" });
    await holds(page, "Steps", "10");
    expect(await marks.count()).toBe(0);

    await page.getByRole("slider", { name: "Steps slider" }).press("ArrowRight");
    await holds(page, "Steps", "11");
    await page.getByText("1 changed").waitFor();
    expect(await marks.count()).toBe(1);

    await page.getByRole("button", { name: "Reset Steps to 10" }).click();
    await holds(page, "Steps", "10");
    await marks.waitFor({ state: "detached" });
    await page.locator("#start input:focus").waitFor();
  });

  test("the dice gives another seed, and a weight of 0 is said to be left out", async ({
    console: { server, client, write },
    open,
  }) => {
    const page = await open(`${server.url}/prompts/${await write({}, "Dice")}`);
    await holds(page, "Seed", "1");

    await page.getByRole("button", { name: "Roll the dice for Seed" }).click();
    await expect.poll(() => field(page, "Seed").inputValue(), { timeout: patience }).not.toBe("1");
    const seed = Number(await field(page, "Seed").inputValue());
    await field(page, "Depth").fill("0");
    await page.getByText("left out", { exact: true }).waitFor();

    await page.locator("#start").getByRole("button", { name: "Transfer" }).click();
    const { execution_config } = await client.runs.get.query({ id: await shownRun(page) });
    expect(execution_config).toMatchObject({ seed, weights: { vis: 0.25, depth: 0 } });
  });

  test("it says how long like runs took here, and when there are none", async ({
    console: { server, write, submit, reached },
    open,
  }) => {
    const prompt_id = await write({}, "Durations");
    const { id } = await submit({}, { prompt_id });
    await reached(id, "completed");
    const page = await open(`${server.url}/prompts/${prompt_id}`);

    await expectation(page).getByText("the median of like runs here").waitFor();
    await field(page, "Steps").fill("99");
    await expectation(page)
      .getByText("No like runs here yet to tell")
      .waitFor({ timeout: patience });
    await field(page, "Steps").fill("0");
    await expectation(page)
      .getByText("num_steps must be at least 1")
      .waitFor({ timeout: patience });
  });

  test("the values of the prompt's latest run can be taken over", async ({
    console: { server, client, write },
    open,
  }) => {
    const prompt_id = await write({}, "Last used");
    const execution_config = { seed: 41, num_steps: 17 };
    await client.runs.create.mutate({ model_type: "transfer", prompt_id, execution_config });
    const page = await open(`${server.url}/prompts/${prompt_id}`);

    await field(page, "Preset").selectOption({ label: "Last used" });

    await holds(page, "Steps", "17");
    await holds(page, "Seed", "41");
  });
});

describeInBrowser("several prompts at once", () => {
  test("are chosen, previewed and started once each, and a refusal is told of one alone", async ({
    console: { server, client, write },
    open,
  }) => {
    const kept = await write({}, "Batch kept");
    const lost = await write({}, "Batch lost");
    const page = await open(`${server.url}/runs/new?prompt=${kept}`);
    await page.getByLabel("Search prompts").fill("Batch lost");
    await page.getByRole("button", { name: "Apply search" }).click();
    await page.getByRole("link", { name: "Add Batch lost" }).click();
    await page.getByRole("button", { name: "Start 2 runs" }).waitFor({ timeout: patience });
    await hydrated(page);
    expect(await expectation(page).innerText()).toMatch(/^2 runs/);
    await client.prompts.delete.mutate({ id: lost });

    await page.getByRole("button", { name: "Start 2 runs" }).dblclick();
    const result = page.getByRole("region", { name: "Result" });
    await result.waitFor({ timeout: patience });

    expect(await result.innerText()).toMatch(/1 run started, 1 refused/);
    expect(await result.innerText()).toContain(`There is no prompt "${lost}".`);
    const { items } = await client.runs.list.query({ prompt_id: kept });
    expect(items).toHaveLength(1);
    expect(await result.getByRole("link", { name: items[0]?.id ?? "" }).count()).toBe(1);

    // With other prompts there is something to start again.
    await page.getByRole("link", { name: "Take Batch lost away" }).click();
    await page.getByRole("button", { name: "Start 1 run" }).click();
    await page.getByText("1 run started").waitFor({ timeout: patience });
    const all = await client.runs.list.query({ prompt_id: kept });
    expect(all.items).toHaveLength(2);
  });

  test("start without scripts too, with a preset of the address", async ({
    console: { server, client, write },
    open,
  }) => {
    const ids = [await write({}, "Plain one"), await write({}, "Plain two")];
    const address = `${server.url}/runs/new?prompt=${ids.join("&prompt=")}`;
    const page = await open(address, { scripts: false });
    await page.getByRole("link", { name: "Quick draft" }).click();
    expect(await field(page, "Steps").inputValue()).toBe("10");

    await page.getByRole("button", { name: "Start 2 runs" }).click();
    await page.getByText("2 runs started").waitFor({ timeout: patience });

    for (const prompt_id of ids) {
      const { items } = await client.runs.list.query({ prompt_id });
      expect(items.map((run) => run.execution_config.num_steps)).toEqual([10]);
    }
  });
});

describeInBrowser("running again", () => {
  test("with changes lists them first, and both runs name each other", async ({
    console: { server, client, submit, reached },
    open,
  }) => {
    const { id } = await submit({}, { name: "Again" });
    await reached(id, "completed");
    const page = await open(`${server.url}/runs/${id}`);
    await page.getByRole("link", { name: "Run with changes" }).click();
    await page.getByRole("button", { name: "Run again exactly" }).waitFor({ timeout: patience });
    await hydrated(page);

    await field(page, "Seed").fill("7");
    const changes = page.getByRole("region", { name: "Changes" });
    await expect.poll(() => changes.innerText(), { timeout: patience }).toMatch(/Seed\s+1 → 7/);
    await page.getByRole("button", { name: "Run again with 1 change" }).click();

    await page.waitForURL((url) => !url.pathname.includes(id), { timeout: patience });
    const again = await shownRun(page);
    const run = await client.runs.get.query({ id: again });
    expect(run.execution_config).toMatchObject({ seed: 7 });
    expect(run.execution_config).not.toHaveProperty("retry_of_run_id");
    const messages = async (run_id: string) =>
      (await client.runs.events.query({ id: run_id })).map(({ message }) => message);
    expect(await messages(again)).toContain(`Made from run ${id}: Seed 1 → 7.`);
    expect(await messages(id)).toContain(`Run again as run ${again}: Seed 1 → 7.`);
  });

  test("without a change is the same run once more, also without scripts", async ({
    console: { server, client, submit, reached },
    open,
  }) => {
    const { id } = await submit({}, { name: "Exactly" });
    const old = await reached(id, "completed");
    const page = await open(`${server.url}/runs/${id}/again`, { scripts: false });

    await page.getByRole("button", { name: "Run again exactly" }).click();

    await page.waitForURL((url) => !url.pathname.includes(id), { timeout: patience });
    const run = await client.runs.get.query({ id: await shownRun(page) });
    expect(run.execution_config).toEqual({ ...old.execution_config, retry_of_run_id: id });
  });

  test("with what is not allowed says so beside the field, and keeps what was typed", async ({
    console: { server, client, submit, reached },
    open,
  }) => {
    const { id, prompt_id } = await submit({}, { name: "Refused again" });
    await reached(id, "completed");
    const page = await open(`${server.url}/runs/${id}/again`);
    await page.getByRole("button", { name: "Run again exactly" }).waitFor();
    await field(page, "Visual").fill("1.1");
    await field(page, "Seed").fill("8");
    // The browser's own check is not what is asked here.
    await page.locator("form", { has: field(page, "Seed") }).evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });

    await page.getByRole("button", { name: "Run again with 2 changes" }).click();
    const refusal = page.locator('[id="config.weights.vis-error"]');
    await refusal.waitFor({ timeout: patience });

    expect(await refusal.innerText()).toBe("Visual must be at most 1 (got 1.1).");
    expect(await field(page, "Visual").inputValue()).toBe("1.1");
    expect(await field(page, "Seed").inputValue()).toBe("8");
    expect((await client.runs.list.query({ prompt_id })).items).toHaveLength(1);
  });
});
