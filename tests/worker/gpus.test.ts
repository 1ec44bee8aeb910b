import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { defineModel, type GpuNeed } from "@/domain/models/define-model";
import { reference } from "@/domain/models/reference";
import { models } from "@/domain/models/registry";
import { isTerminal } from "@/domain/run-status";
import { listEngines } from "@/server/activity/list-engines";
import { renderMetrics } from "@/server/activity/render-metrics";
import { chooseGpuSource } from "@/server/gpus/choose-gpu-source";
import { ownerFinder } from "@/server/gpus/find-owners";
import { getRun } from "@/server/runs/get-run";
import { listRuns } from "@/server/runs/list-runs";
import { requestCancel } from "@/server/runs/request-cancel";
import { GpuBoard } from "@/server/worker/gpu-board";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertRun } from "../harness/factories";
import { type FakeGpu, type FakeSmi, installFakeSmi } from "../harness/fake-nvidia-smi";
import { createScene, type Script } from "../harness/scene";
import { waitFor } from "../harness/wait-for";
import { startTestWorker, type TestWorker } from "../harness/worker";

// Much is seen at the worker's next look only, and a busy machine is slow.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let database: TestDatabase;
let worker: TestWorker;
let scene: ReturnType<typeof createScene>;
let smi: FakeSmi;

const first: FakeGpu = { index: 0, uuid: "GPU-aaa" };
const second: FakeGpu = { index: 1, uuid: "GPU-bbb" };
const foreign = { pid: 4_194_303, name: "/usr/bin/python", memory: "30000" };

const { transfer } = reference.operations;
if (!transfer) throw new Error("The reference model transfers.");
const needs: Record<string, GpuNeed> = {
  "test-gpus": { counts: [1, 2], exclusive: false, freeMemoryMiB: 0 },
  "test-exclusive": { counts: [1], exclusive: true, freeMemoryMiB: 0 },
  "test-memory": { counts: [1], exclusive: false, freeMemoryMiB: 60_000 },
};

beforeAll(async () => {
  for (const [name, gpus] of Object.entries(needs)) {
    models[name] = defineModel({
      ...reference,
      name,
      operations: { transfer: { ...transfer, gpus } },
    });
  }
  database = await createTestDatabase();
  scene = createScene(database);
  smi = installFakeSmi(database.env.dataDir);
  smi.show([first, second]);
  worker = await startWorker();
});

function startWorker(): Promise<TestWorker> {
  return startTestWorker(database, {
    board: (engine) => {
      const host = { here: true, path: smi.path, run: null };
      return new GpuBoard({
        settings: { COSMOS_GPUS: "auto", COSMOS_SLOTS: 1 },
        source: chooseGpuSource({ COSMOS_GPU_SOURCE: "host", COSMOS_DCGM_URL: undefined }, host),
        findOwners: ownerFinder(engine, host, database.env.dataDir),
        tie: "environment",
        calmMs: 200,
      });
    },
  });
}

beforeEach(async () => {
  smi.show([first, second]);
  await engineShows((engine) => engine.gpus.length === 2 && !engine.gpus.some(isHeld));
});
afterEach(async () => {
  const { items } = await listRuns(scene.ctx, { status: ["pending", "running"] });
  for (const { id } of items) await requestCancel(scene.ctx, { id }).catch(() => {});
  await Promise.all(items.map(({ id }) => ended(id)));
});
afterAll(async () => {
  await worker.stop();
  for (const name of Object.keys(needs)) delete models[name];
  await database.drop();
});

const isHeld = (gpu: { foreign: unknown[] }) => gpu.foreign.length > 0;

const settings = {
  negative_prompt: "",
  input_video: "inputs/city/color.mp4",
  weights: { vis: 0.25, edge: 0.25, depth: 0.25, seg: 0.25 },
  num_steps: 35,
  guidance: 5,
  seed: 1,
  sigma_max: 70,
};

/** Queues a run of one of `needs` whose operator does what the script says. */
async function submit(model: string, script: Script = {}, config: Record<string, unknown> = {}) {
  const execution_config = { ...settings, ...config, model, prompt_text: JSON.stringify(script) };
  return insertRun(database.db, { execution_config });
}

type Engine = Awaited<ReturnType<typeof listEngines>>[number];

function engineShows(seen: (engine: Engine) => boolean): Promise<Engine> {
  return waitFor(
    async () => {
      const [engine] = await listEngines(scene.ctx);
      return engine !== undefined && seen(engine) && engine;
    },
    "the engine's record to show it",
    60_000,
  );
}

function runShows(id: string, seen: (run: Awaited<ReturnType<typeof getRun>>) => boolean) {
  return waitFor(
    async () => {
      const run = await getRun(scene.ctx, id);
      return seen(run) && run;
    },
    `run ${id} to show it`,
    60_000,
  );
}

const ended = (id: string) => runShows(id, (run) => isTerminal(run.status));

/** Waits until the run's program has begun and returns its pid. */
function begun(id: string): Promise<number> {
  const file = join(database.env.dataDir, "runs", id, "out", "executions.txt");
  const read = () => existsSync(file) && Number(readFileSync(file, "utf8").trim());
  return waitFor(read, `run ${id} to begin`, 60_000);
}

test("every GPU of the machine is a slot that ties its run to it", async () => {
  const engine = await engineShows(({ slots }) => slots.length === 2);

  expect(engine.slots).toEqual([
    { id: "gpu-0", label: "GPU 0 · NVIDIA A100", run_id: null },
    { id: "gpu-1", label: "GPU 1 · NVIDIA A100", run_id: null },
  ]);
  const { id } = await submit("test-gpus");
  const run = await ended(id);
  expect(run.slot).toBe("gpu-0");
  expect(scene.log(run)).toContain("GPU GPU-aaa\n");
});

test("a run with two GPUs waits for both and is not overtaken", async () => {
  const small = await submit("test-gpus", { hang: true });
  await begun(small.id);
  const big = await submit("test-gpus", {}, { gpus: 2 });
  const late = await submit("test-gpus", {}, { gpus: 1 });

  // The next look at all comes at the latest with the next report.
  const { observed_at } = await engineShows(({ observed_at }) => observed_at !== null);
  await engineShows((engine) => engine.observed_at !== observed_at);
  expect((await getRun(scene.ctx, big.id)).status).toBe("pending");
  expect((await getRun(scene.ctx, late.id)).status).toBe("pending");

  await requestCancel(scene.ctx, { id: small.id });
  const run = await ended(big.id);
  expect(run.slot).toBe("gpu-0,gpu-1");
  expect(scene.log(run)).toContain("GPU GPU-aaa,GPU-bbb\n");
  const after = await ended(late.id);
  expect(Date.parse(after.started_at ?? "")).toBeGreaterThan(Date.parse(run.started_at ?? ""));
});

test("a run that asks for more GPUs than there are says so and lets others pass", async () => {
  const never = await submit("test-gpus", {}, { gpus: 4 });
  const other = await submit("test-gpus");

  await ended(other.id);

  const run = await runShows(never.id, ({ wait_reason }) => wait_reason !== null);
  expect(run.wait_reason).toBe("It needs 4 GPUs, and this engine has 2.");
});

test("an exclusive run waits for a foreign program and starts when it is gone", async () => {
  const held = { used: "30010", processes: [foreign] };
  smi.show([
    { ...first, ...held },
    { ...second, ...held },
  ]);
  const engine = await engineShows(({ gpus }) => gpus.filter(isHeld).length === 2);
  expect(engine.gpus[0]?.foreign).toEqual([{ pid: 4_194_303, name: "python", memory_mib: 30_000 }]);

  const { id } = await submit("test-exclusive");
  const waiting = await runShows(id, ({ wait_reason }) => wait_reason !== null);
  expect(waiting.status).toBe("pending");
  expect(waiting.wait_reason).toContain(
    "It needs GPU 0 for itself, and python (pid 4194303) holds 30000 MiB of it.",
  );

  smi.show([first, { ...second, ...held }]);
  const run = await ended(id);
  expect(run).toMatchObject({ status: "completed", slot: "gpu-0", wait_reason: null });
});

test("a run waits for the memory that it needs", async () => {
  smi.show([{ ...first, used: "31000", processes: [foreign] }]);
  await engineShows(({ gpus, slots }) => gpus.filter(isHeld).length === 1 && slots.length === 1);

  const { id } = await submit("test-memory");
  const waiting = await runShows(id, ({ wait_reason }) => wait_reason !== null);

  expect(waiting.wait_reason).toBe(
    "It needs 60000 MiB of GPU 0, of which 50920 MiB are free: python (pid 4194303) holds 30000 MiB of it.",
  );
});

test("what a run did to its GPU is kept: a curve, its peak and what was left", async () => {
  smi.show([{ ...first, used: "500" }, second]);
  await engineShows(({ gpus }) => gpus[0]?.memory_used_mib === 500);
  const { id } = await submit("test-gpus", { hang: true });
  const pid = await begun(id);
  const busy = {
    used: "40500",
    utilization: "97",
    throttle: "0x0000000000000004",
    processes: [{ pid, memory: "40000" }],
  };
  smi.show([{ ...first, ...busy }, second]);

  const running = await runShows(id, ({ gpu }) => gpu?.memory.peak === 40_500);
  expect(running.gpu?.samples.at(-1)).toMatchObject({ utilization: 97, memory_mib: 40_500 });
  // Its own program is no foreign one.
  const engine = await engineShows(
    ({ gpus: [gpu] }) => gpu?.memory_used_mib === 40_500 && gpu.memory_available_mib === 81_420,
  );
  expect(engine.gpus[0]?.foreign).toEqual([]);

  smi.show([{ ...first, used: "30600", processes: [foreign] }, second]);
  await requestCancel(scene.ctx, { id });
  const ended = await runShows(id, ({ gpu }) => gpu?.memory.after === 30_600);
  expect(ended.gpu).toMatchObject({
    gpus: [{ uuid: "GPU-aaa", index: 0, name: "NVIDIA A100" }],
    throttled: ["power cap"],
    memory: {
      before: 500,
      peak: 40_500,
      after: 30_600,
      total: 81_920,
      held_by: [{ pid: 4_194_303, name: "python", memory_mib: 30_000 }],
    },
  });
});

test("a worker that is started anew goes on with what was written of a run", async () => {
  smi.show([{ ...first, used: "500" }, second]);
  await engineShows(({ gpus }) => gpus[0]?.memory_used_mib === 500);
  const { id } = await submit("test-gpus", { hang: true });
  await runShows(id, ({ gpu }) => gpu !== null);
  smi.show([{ ...first, used: "40500" }, second]);
  await runShows(id, ({ gpu }) => gpu?.memory.peak === 40_500);
  await worker.stop();
  smi.show([{ ...first, used: "900" }, second]);
  worker = await startWorker();

  await runShows(id, ({ gpu }) => gpu?.samples.at(-1)?.memory_mib === 900);
  await requestCancel(scene.ctx, { id });
  const run = await runShows(id, ({ gpu }) => gpu?.memory.after === 900);

  expect(run.gpu?.memory).toMatchObject({ before: 500, peak: 40_500 });
});

test("a short run has its receipt too", async () => {
  const { id } = await submit("test-gpus");
  await ended(id);

  const run = await runShows(id, ({ gpu }) => gpu?.memory.after === 0);

  expect(run.gpu?.gpus).toEqual([{ uuid: "GPU-aaa", index: 0, name: "NVIDIA A100" }]);
});

test("when the driver fails, slots stay, runs go on, and everyone is told", async () => {
  const { id } = await submit("test-gpus", { hang: true });
  await begun(id);

  smi.breakDown();
  const engine = await engineShows(({ details }) => details.gpu_problem !== undefined);

  expect(engine.details.gpu_problem).toMatch(/couldn't communicate with the NVIDIA driver/);
  expect(engine.gpus).toEqual([]);
  expect(engine.slots.map((slot) => slot.run_id)).toEqual([id, null]);
  expect((await getRun(scene.ctx, id)).status).toBe("running");
});

test("a card that is gone takes its slot with it only when no run holds it", async () => {
  const { id } = await submit("test-gpus", { hang: true });
  await begun(id);

  smi.show([second]);
  await engineShows(({ gpus }) => gpus.length === 1);
  const [engine] = await listEngines(scene.ctx);
  expect(engine?.slots.map((slot) => slot.id)).toEqual(["gpu-1", "gpu-0"]);

  await requestCancel(scene.ctx, { id });
  await ended(id);
  await engineShows(({ slots }) => slots.length === 1);
});

test("the metrics tell what each card does", async () => {
  smi.show([{ ...first, used: "1024", utilization: "42" }, second]);
  await engineShows(({ gpus }) => gpus[0]?.utilization === 42);

  const metrics = await renderMetrics(scene.ctx);

  const labels = '{engine="local",gpu="0",uuid="GPU-aaa"}';
  expect(metrics).toContain(`cosmos_gpu_utilization_percent${labels} 42`);
  expect(metrics).toContain(`cosmos_gpu_memory_used_bytes${labels} ${1024 * 1024 * 1024}`);
  expect(metrics).not.toContain("cosmos_gpu_power_watts{");
});
