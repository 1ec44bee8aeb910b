import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { inheritEnv } from "@/env";
import { type FakeGpu, type FakeSmi, installFakeSmi } from "../harness/fake-nvidia-smi";
import { describeInBrowser, test } from "./browser-test";
import { chromiumPath } from "./launch-chromium";
import { type Console, startConsole } from "./start-console";

const patience = 60_000;
const first: FakeGpu = { index: 0, uuid: "GPU-aaa", name: "NVIDIA A100", used: "500" };
const second: FakeGpu = { index: 1, uuid: "GPU-bbb", name: "NVIDIA A100" };
const foreign = { pid: 4_194_303, name: "/usr/bin/python", memory: "30000" };

let folder: string;
let smi: FakeSmi;
let product: Console;
beforeAll(async () => {
  if (!chromiumPath) return;
  folder = mkdtempSync(join(tmpdir(), "cosmos-gpus-"));
  smi = installFakeSmi(folder);
  smi.show([first, second]);
  const PATH = `${smi.path}${delimiter}${inheritEnv({}).PATH}`;
  product = await startConsole({ COSMOS_GPUS: "auto", PATH });
});
afterAll(async () => {
  if (!chromiumPath) return;
  await product.remove();
  rmSync(folder, { recursive: true, force: true });
});

describeInBrowser("GPUs", () => {
  test("the activity shows each card, what is on it, and that it cannot be read any more", async ({
    open,
  }) => {
    smi.show([{ ...first, used: "30500", processes: [foreign] }, second]);
    const page = await open(product.server.url);

    const card = page.locator("[data-gpu='GPU-aaa']");
    await card.getByText("Not a run: python (pid 4194303) holds 30000 MiB").waitFor();
    expect(await card.innerText()).toContain("NVIDIA A100");
    smi.breakDown();
    await page
      .getByText(/NVIDIA-SMI has failed/)
      .first()
      .waitFor({ timeout: patience });
    smi.show([first, second]);
    await page.getByText(/NVIDIA-SMI has failed/).waitFor({ state: "hidden", timeout: patience });
  });

  test("the page of a run shows what it does to its card, and what it left behind", async ({
    open,
  }) => {
    smi.show([first, second]);
    const run = await product.submit({ lines: 3, hang: true });
    await product.reached(run.id, "running");
    smi.show([{ ...first, used: "40500", utilization: "97" }, second]);
    const page = await open(`${product.server.url}/runs/${run.id}`);
    await page.getByRole("img", { name: /97 % at most/ }).waitFor({ timeout: patience });

    smi.show([{ ...first, used: "30600", processes: [foreign] }, second]);
    await product.client.runs.cancel.mutate({ id: run.id });

    await page
      .getByText(/python \(pid 4194303\)/)
      .first()
      .waitFor({ timeout: patience });
    smi.show([first, second]);
  });

  test("an engine that is drained finishes what it has and takes nothing, until told again", async ({
    open,
  }) => {
    const page = await open(product.server.url);
    await page.getByRole("button", { name: "Drain" }).click();
    await page.getByText("Draining: it finishes what it has").waitFor({ timeout: patience });

    const run = await product.submit({});
    await expect
      .poll(async () => (await product.client.runs.get.query({ id: run.id })).wait_reason, {
        timeout: patience,
      })
      .toMatch(/drain/i);

    await page.getByRole("button", { name: "Take runs again" }).click();
    await product.reached(run.id, "completed");
  });
});
