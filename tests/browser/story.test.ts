import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type CosmosClient, createCosmosClient } from "@/client/create-cosmos-client";
import { startServer, type TestServer } from "../harness/server";
import { describeInBrowser, test } from "./browser-test";
import { hydrated } from "./hydrated";
import { playVideo } from "./play-video";

const operationMs = 400_000;

let server: TestServer;
let client: CosmosClient;

describeInBrowser("the whole story in the browser, with the real operators", () => {
  test("write a prompt, watch its transfer, play it, upscale it by one click", async ({
    open,
    onTestFinished,
  }) => {
    server = await startServer({ env: { DATABASE_URL: "", COSMOS_GPUS: "none" } });
    onTestFinished(() => server.remove());
    client = createCosmosClient({ url: server.url });
    const page = await open(`${server.url}/prompts`);
    await page.getByRole("link", { name: "Upload one" }).click();
    await page.waitForURL(`${server.url}/inputs/new`);

    // The input comes in with a prompt of the command line.
    const { input_name } = await client.prompts.create.mutate({
      prompt_text: "A city street.",
      input_dir: join(import.meta.dirname, "../../assets/demo"),
    });

    await page.goto(`${server.url}/prompts`);
    await hydrated(page);
    await page.getByLabel("Text", { exact: true }).fill("The same street in heavy snow at night.");
    await page.getByLabel("Input", { exact: true }).selectOption(input_name);
    await page.getByRole("button", { name: "Create prompt" }).click();
    await page.waitForURL(/\/prompts\/[a-z0-9]{12}$/);

    await page.getByLabel("Steps", { exact: true }).fill("20");
    await page.locator("#start").getByRole("button", { name: "Transfer" }).click();
    const transfer = await readRunId(page);
    await watchItRun(page, transfer);
    const transferSize = await playResult(page, transfer);

    await page.getByRole("button", { name: `Upscale run ${transfer}` }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(transfer));
    const upscale = await readRunId(page);
    await page.getByRole("link", { name: transfer.slice(0, 8) }).waitFor();
    await page.locator(`video[src*="${upscale}"]`).waitFor({ timeout: operationMs });
    const upscaleSize = await playResult(page, upscale);
    expect(upscaleSize).toEqual({
      width: 2 * transferSize.width,
      height: 2 * transferSize.height,
    });

    const family = page.locator("section", { has: page.getByRole("heading", { name: "Family" }) });
    await family.getByRole("link", { name: transfer.slice(0, 8) }).click();
    await page.waitForURL(`${server.url}/runs/${transfer}`);
    await family.getByRole("link", { name: upscale.slice(0, 8) }).waitFor();
  }, 1_000_000);
});

async function readRunId(page: Page): Promise<string> {
  await page.waitForURL(/\/runs\/[a-z0-9]{12}$/);
  return page.url().split("/").at(-1) ?? "";
}

/** Running, its log and its progress live, a reload in the middle, and the end without any. */
async function watchItRun(page: Page, id: string): Promise<void> {
  const status = page.getByRole("region", { name: "Status" });
  await status.getByText("Running", { exact: true }).waitFor();
  const log = page.getByRole("log");
  const lines = () => log.locator("div.whitespace-pre").allInnerTexts();
  const bars = async () => (await lines()).filter((line) => /\d+%\|/.test(line));
  const progress = page.getByRole("progressbar", { name: `Progress of run ${id}` });
  const percent = async () => Number(await progress.getAttribute("aria-valuenow"));

  await expect.poll(lines, { timeout: operationMs }).not.toEqual([]);
  await expect.poll(bars, { timeout: operationMs }).not.toEqual([]);
  const [firstBar] = await bars();
  await expect.poll(async () => (await bars())[0], { timeout: operationMs }).not.toBe(firstBar);
  const before = await percent();
  await expect.poll(percent, { timeout: operationMs }).toBeGreaterThan(before);
  const known = (await lines()).filter((line) => !line.includes("%|"));
  expect((await client.runs.get.query({ id })).status).toBe("running");

  await page.reload();
  await expect.poll(lines, { timeout: operationMs }).toEqual(expect.arrayContaining(known));

  await page.getByText("Completed", { exact: true }).first().waitFor({ timeout: operationMs });
  // Every bar is one line however often it was drawn, and no line is missing.
  const { text } = await readWholeLog(id);
  const written = text.split("\n").map((line) => line.split("\r").findLast((part) => part) ?? "");
  await expect
    .poll(async () => (await lines()).join("\n").trim(), { timeout: operationMs })
    .toBe(written.join("\n").trim());
}

async function readWholeLog(id: string): Promise<{ text: string }> {
  const answer = await fetch(`${server.url}/api/runs/${id}/log`);
  return { text: await answer.text() };
}

/** Plays and seeks a run's video; returns its size. */
async function playResult(page: Page, id: string): Promise<{ width: number; height: number }> {
  const bench = page.getByRole("group", { name: "Video bench" });
  const video = bench.locator(`video[src*="${id}"]`);
  await video.waitFor({ timeout: operationMs });
  const played = await playVideo(video, { seekTo: 3.5 });
  expect(played.frames).toBeGreaterThan(5);
  expect(played.advanced).toBeGreaterThan(0);
  expect(played.soughtTo).toBeCloseTo(3.5, 1);
  const range = await fetch(played.src, { headers: { range: "bytes=1000-1999" } });
  expect(range.status).toBe(206);
  expect(range.headers.get("content-length")).toBe("1000");
  return { width: played.width, height: played.height };
}
