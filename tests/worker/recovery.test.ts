import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { getActivity } from "@/server/activity/get-activity";
import { requestPoll } from "@/server/activity/request-poll";
import { type Engine, EngineUnreachable } from "@/server/engine/engine";
import { claimRun } from "@/server/runs/claim-run";
import { getRun } from "@/server/runs/get-run";
import { requestCancel } from "@/server/runs/request-cancel";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { createScene } from "../harness/scene";
import { waitFor } from "../harness/wait-for";
import { startTestWorker, type TestWorker } from "../harness/worker";

let database: TestDatabase;
let scene: ReturnType<typeof createScene>;
const workers: TestWorker[] = [];

async function startWorker(options?: Parameters<typeof startTestWorker>[1]): Promise<TestWorker> {
  const worker = await startTestWorker(database, options);
  workers.push(worker);
  return worker;
}

beforeEach(async () => {
  database = await createTestDatabase();
  scene = createScene(database);
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  await database.drop();
});

test("a run that goes on while no worker is there is adopted, with its whole log", async () => {
  const first = await startWorker();
  const { id } = await scene.submit({ lines: 60, pause_ms: 10 });
  await scene.begun(id);
  await first.stop();

  await startWorker();

  expect(await scene.ended(id)).toMatchObject({ status: "completed", attempt: 1 });
  expect(scene.executions(id)).toBe(1);
  expect(scene.log(await getRun(scene.ctx, id)).match(/^line \d+$/gm)).toHaveLength(60);
});

test("a run that ended while no worker was there is settled by the next one", async () => {
  const first = await startWorker();
  const { id } = await scene.submit({ lines: 5, pause_ms: 20 });
  await scene.begun(id);
  await first.stop();
  await waitFor(
    async () => (await first.engine.list()).every((each) => each.state === "exited"),
    "the program to end",
  );

  await startWorker();

  expect((await scene.ended(id)).status).toBe("completed");
});

test("a run claimed just before the worker died is started by the next one", async () => {
  const { id } = await scene.submit();
  await claimRun(database.db, { run_id: id, engine: "local", slots: ["cpu-0"], staged: [] });

  await startWorker();

  expect((await scene.ended(id)).status).toBe("completed");
  expect(scene.executions(id)).toBe(1);
});

test("a run whose container vanished is failed, not left running", async () => {
  const first = await startWorker();
  const { id } = await scene.submit({ hang: true });
  await scene.begun(id);
  await first.stop();
  const [container] = await first.engine.list();
  await first.engine.stop(container?.id ?? "", { intMs: 100, termMs: 100 });
  await first.engine.remove(container?.id ?? "");

  await startWorker();

  expect(await scene.ended(id)).toMatchObject({
    status: "failed",
    error_code: "container_vanished",
  });
});

test("a run whose folder was removed by someone ends all the same, and its slot is free", async () => {
  await startWorker();
  const { id } = await scene.submit({ lines: 30, pause_ms: 20 });
  await scene.begun(id);

  rmSync(join(database.env.dataDir, "runs", id), { recursive: true });

  expect((await scene.ended(id)).status).toBe("failed");
  expect((await scene.ended((await scene.submit()).id)).status).toBe("completed");
});

test("what was asked while no worker was there is done by the next one", async () => {
  const first = await startWorker();
  const { id } = await scene.submit({ hang: true });
  await scene.begun(id);
  await first.stop();
  await requestCancel(scene.ctx, { id });

  const second = await startWorker();

  expect((await scene.ended(id)).status).toBe("cancelled");
  await waitFor(
    async () => (await second.engine.list()).length === 0,
    "its container to be removed",
  );
});

test("a staged run that was never claimed is started once by the next worker", async () => {
  const first = await startWorker();
  const blocker = await scene.submit({ hang: true });
  await scene.begun(blocker.id);
  const { id } = await scene.submit();
  await waitFor(async () => (await first.engine.list()).length === 2, "it to be staged");
  await first.stop();

  await startWorker();
  await requestCancel(scene.ctx, { id: blocker.id });

  expect((await scene.ended(id)).status).toBe("completed");
  expect(scene.executions(id)).toBe(1);
});

test("a staged container that was lost with the machine is made anew", async () => {
  const first = await startWorker();
  const blocker = await scene.submit({ hang: true });
  await scene.begun(blocker.id);
  const { id } = await scene.submit();
  const staged = await waitFor(
    async () => (await first.engine.list()).find((each) => each.run_id === id),
    "it to be staged",
  );
  await first.stop();
  await first.engine.stop(staged.id, { intMs: 100, termMs: 100 });

  await startWorker();
  await requestCancel(scene.ctx, { id: blocker.id });

  expect((await scene.ended(id)).status).toBe("completed");
});

test("two workers on one queue execute each run once and never two in a slot", async () => {
  const runs = await Promise.all(Array.from({ length: 12 }, () => scene.submit({ lines: 2 })));
  await Promise.all([startWorker(), startWorker()]);

  const ended = await Promise.all(runs.map(({ id }) => scene.ended(id)));

  expect(ended.map((run) => run.status)).toEqual(runs.map(() => "completed"));
  expect(runs.map(({ id }) => scene.executions(id))).toEqual(runs.map(() => 1));
});

test.each(["0,1", "7"])("each run sees the GPU of its slot, with COSMOS_GPUS=%s", async (gpus) => {
  await startWorker({ gpus });
  const runs = await Promise.all(Array.from({ length: 6 }, () => scene.submit({ lines: 2 })));

  const ended = await Promise.all(runs.map(({ id }) => scene.ended(id)));

  expect(ended.map((run) => `gpu-${/GPU (\w+)/.exec(scene.log(run))?.[1]}`)).toEqual(
    ended.map((run) => run.slot),
  );
});

test("many claimers at once never get the same run, nor two runs for one slot", async () => {
  const runs = await Promise.all(Array.from({ length: 20 }, () => scene.submit()));
  const claims = Array.from({ length: 60 }, (_, index) => {
    const run_id = runs[index % 20]?.id ?? "";
    const slots = [`cpu-${index % 15}`];
    return claimRun(database.db, { run_id, engine: "local", slots, staged: [] });
  });

  const claimed = (await Promise.all(claims)).filter((run) => run !== undefined);

  expect(new Set(claimed.map((run) => run.id)).size).toBe(claimed.length);
  const held = await database.sql`select slot from slot_leases`;
  expect(new Set(held.map((lease) => lease.slot)).size).toBe(claimed.length);
  expect(claimed.length).toBeLessThanOrEqual(Math.min(15, runs.length));
  expect(claimed.length).toBeGreaterThan(0);
});

test("while the engine does not answer nothing is concluded, and it is right again afterwards", async () => {
  let away = false;
  const unreachable = (engine: Engine): Engine => ({
    ...engine,
    inspect: (id) => (away ? Promise.reject(new EngineUnreachable("gone")) : engine.inspect(id)),
    list: () => (away ? Promise.reject(new EngineUnreachable("gone")) : engine.list()),
  });
  await startWorker({ wrapEngine: unreachable });
  const { id } = await scene.submit({ lines: 20, pause_ms: 20 });
  await scene.begun(id);

  away = true;
  const waiting = await scene.submit();
  const unknown = await waitFor(async () => {
    const activity = await getActivity(scene.ctx, {});
    return activity.engines[0]?.health === "unreachable" && activity;
  }, "the engine to be called unreachable");

  expect(unknown.engines[0]?.error).toBe("gone");
  expect(unknown.running.map((run) => run.id)).toEqual([id]);
  expect(unknown.pending.map((run) => run.id)).toEqual([waiting.id]);
  expect(unknown.missing).toEqual([]);
  away = false;
  expect((await scene.ended(id)).status).toBe("completed");
  expect((await scene.ended(waiting.id)).status).toBe("completed");
});

test("a container without a run is shown as an orphan and left alone", async () => {
  const worker = await startWorker();
  const { id } = await scene.submit({ hang: true });
  await scene.begun(id);
  await database.sql`delete from runs where id = ${id}`;

  const activity = await requestPoll(scene.ctx);

  expect(activity.orphans).toMatchObject([{ run_id: id, state: "running", orphan: true }]);
  expect((await worker.engine.list())[0]?.state).toBe("running");
  await worker.engine.stop((await worker.engine.list())[0]?.id ?? "", { intMs: 100, termMs: 100 });
});

test("polling matches each container with its run", async () => {
  await startWorker();
  const { id } = await scene.submit({ hang: true });
  await scene.begun(id);

  const activity = await requestPoll(scene.ctx);

  expect(activity.containers).toMatchObject([
    { run_id: id, container_name: `cosmos_transfer_${id.slice(0, 8)}`, orphan: false },
  ]);
  expect(activity.engines[0]?.slots).toMatchObject([{ id: "cpu-0", run_id: id }]);
  await requestCancel(scene.ctx, { id });
  await scene.ended(id);
});

test("without a worker the engine's health is unknown, not idle", async () => {
  const worker = await startWorker();
  await waitFor(async () => (await getActivity(scene.ctx, {})).engines.length, "the first report");
  await worker.stop();
  await database.sql`update engines set heartbeat_at = now() - interval '1 minute'`;

  const { engines } = await getActivity(scene.ctx, {});

  expect(engines[0]).toMatchObject({ health: "unknown" });
  expect(engines[0]?.error).toContain("worker is not running");
});

test("a log of ten thousand lines is whole and in order", async () => {
  await startWorker();
  const { id } = await scene.submit({ lines: 10_000 });

  const run = await scene.ended(id);

  const numbers = [...scene.log(run).matchAll(/line (\d+)\n/g)].map(([, number]) => Number(number));
  expect(numbers).toEqual(Array.from({ length: 10_000 }, (_, index) => index + 1));
});
