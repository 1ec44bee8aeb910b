import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createCosmosClient } from "@/client/create-cosmos-client";
import type { RunRecord } from "@/domain/records";
import { isTerminal } from "@/domain/run-status";
import { waitFor } from "../harness/wait-for";
import { makeScriptedProduct, type Part, type ScriptedProduct } from "./scripted-product";

const RUNS = Number(process.env.COSMOS_CRASH_RUNS ?? 42);
const seed = Number(process.env.COSMOS_CRASH_SEED ?? Math.floor(Math.random() * 1e9));

let product: ScriptedProduct;
let client: ReturnType<typeof createCosmosClient>;

beforeAll(async () => {
  product = await makeScriptedProduct();
  client = createCosmosClient({ url: product.url });
  product.startIfEnded();
  await product.healthy();
});
afterAll(() => product.stop());

/** The same numbers for the same seed. */
function createRandom(state: number) {
  let current = state;
  return () => {
    current = (Math.imul(current, 1664525) + 1013904223) >>> 0;
    return current / 2 ** 32;
  };
}

/** Asks until the server answers: it is killed meanwhile. */
async function insist<T>(ask: () => Promise<T>): Promise<T> {
  return waitFor(() => ask().catch(() => null), "the server to answer", 60_000) as Promise<T>;
}

async function submitAll(random: () => number): Promise<string[]> {
  const input_dir = mkdtempSync(join(tmpdir(), "cosmos-crash-input-"));
  copyFileSync(join(import.meta.dirname, "../fixtures/clip.mp4"), join(input_dir, "color.mp4"));
  const ids: string[] = [];
  for (let index = 0; index < RUNS / 2; index++) {
    const script = { lines: 20 + Math.floor(random() * 60), pause_ms: 10 };
    const prompt_text = JSON.stringify(script);
    const prompt = await insist(() => client.prompts.create.mutate({ prompt_text, input_dir }));
    const run = await insist(() =>
      client.runs.create.mutate({
        model_type: "transfer",
        prompt_id: prompt.id,
        idempotency_key: `crash-${index}`,
        children: [{ model_type: "upscale", execution_config: { prompt: prompt_text } }],
      }),
    );
    const children = await insist(() => client.runs.list.query({ parent_run_id: run.id }));
    ids.push(run.id, ...children.items.map((child) => child.id));
  }
  return ids;
}

/** Kills a part at random moments until it is told to stop; `cosmos up` is started again, as systemd would; the rest must be. */
async function makeHavoc(
  random: () => number,
  isOver: () => boolean,
): Promise<Record<Part, number>> {
  const kills: Record<Part, number> = { up: 0, worker: 0, web: 0, database: 0 };
  const parts: Part[] = ["worker", "worker", "web", "database", "worker", "up"];
  while (!isOver()) {
    await sleep(500 + random() * 2500);
    const part = parts[Math.floor(random() * parts.length)] ?? "worker";
    if (product.kill(part)) kills[part]++;
    product.startIfEnded();
  }
  return kills;
}

const readAll = async (ids: string[]): Promise<RunRecord[]> => {
  const found: RunRecord[] = [];
  for (const id of ids) found.push(await insist(() => client.runs.get.query({ id })));
  return found;
};

test(`${RUNS} runs survive kill -9 of worker, web, database and cosmos up (seed ${seed})`, async () => {
  const random = createRandom(seed);
  let over = false;
  const havoc = makeHavoc(random, () => over);
  onTestFinished(() => {
    over = true;
  });
  const ids = await submitAll(createRandom(seed + 1));
  // Most of the work must be done under fire, the rest in peace.
  await waitFor(
    async () =>
      (await readAll(ids)).filter((run) => isTerminal(run.status)).length >= ids.length * 0.8,
    "most runs to end",
    400_000,
  );
  over = true;
  const kills = await havoc;
  product.startIfEnded();
  await product.healthy();
  const runs = await waitFor(
    async () => {
      const all = await readAll(ids);
      return all.every((run) => isTerminal(run.status)) && all;
    },
    "all runs to end",
    120_000,
  );

  process.stdout.write(`crash test: seed ${seed}, kills ${JSON.stringify(kills)}\n`);
  expect(ids).toHaveLength(RUNS);
  expect(runs.map((run) => `${run.status} ${run.error_message ?? ""}`)).toEqual(
    ids.map(() => "completed "),
  );
  for (const run of runs) {
    const folder = join(product.dataDir, "runs", run.id);
    const log = readFileSync(join(product.dataDir, run.log_path));
    const numbers = [...log.toString().matchAll(/line (\d+)\n/g)].map(([, number]) =>
      Number(number),
    );
    const { lines } = JSON.parse(
      String(run.execution_config.prompt ?? run.execution_config.prompt_text),
    );
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    expect(numbers).toEqual(Array.from({ length: lines }, (_, index) => index + 1));
    expect(manifest.log).toEqual({
      bytes: log.length,
      sha256: createHash("sha256").update(log).digest("hex"),
    });
    expect(
      readFileSync(join(folder, "out", "executions.txt"), "utf8")
        .trim()
        .split("\n"),
    ).toHaveLength(1);
  }
  // Names with a dot are drafts of a worker that was killed while it made them: swept by a later one.
  const containersLeft = () =>
    readdirSync(join(product.dataDir, "engine", "local")).filter((name) => !name.startsWith("."));
  await waitFor(
    () => containersLeft().length === 0,
    `these containers to be removed: ${containersLeft()}`,
  );
});
