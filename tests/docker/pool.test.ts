import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { getActivity } from "@/server/activity/get-activity";
import { getRun } from "@/server/runs/get-run";
import { giveUpRun } from "@/server/runs/give-up-run";
import { requestCancel } from "@/server/runs/request-cancel";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { describeWithDocker } from "../harness/describe-with-docker";
import { startDockerd, type TestDockerd } from "../harness/dockerd";
import { createScene } from "../harness/scene";
import { loadTestImage } from "../harness/test-image";
import { waitFor } from "../harness/wait-for";
import { startTestWorker, type TestWorker } from "../harness/worker";
import { scriptedDocker } from "./make-scripted-engine";

const pool = ["alpha", "beta"];

describeWithDocker("a pool of two Docker hosts", ({ host }) => {
  let beta: TestDockerd;
  let database: TestDatabase;
  let scene: ReturnType<typeof createScene>;
  const workers: TestWorker[] = [];

  async function startWorker(name: string, address: string, names = pool) {
    const makeEngine = scriptedDocker(address, { name });
    const worker = await startTestWorker(database, { makeEngine, pool: names });
    workers.push(worker);
    return worker;
  }
  const startPool = () => Promise.all([startWorker("alpha", host), startWorker("beta", beta.host)]);
  const healthOf = async (name: string) =>
    (await getActivity(scene.ctx, {})).engines.find((engine) => engine.name === name)?.health;
  const isHealthy = (name: string) =>
    waitFor(async () => (await healthOf(name)) === "healthy", `${name} to be healthy`);
  /** A run that hangs on the host named. */
  async function hangOn(name: string) {
    const runs = [await scene.submit({ hang: true }), await scene.submit({ hang: true })];
    for (const { id } of runs) await scene.begun(id);
    const placed = await Promise.all(runs.map(({ id }) => getRun(scene.ctx, id)));
    const [mine, other] = placed.sort((run) => (run.engine === name ? -1 : 1));
    if (!mine || !other) throw new Error("two runs were submitted");
    return { mine, other };
  }

  beforeAll(async () => {
    beta = await startDockerd({ liveRestore: true });
    await loadTestImage(beta);
  });
  afterAll(() => beta.stop());
  beforeEach(async () => {
    database = await createTestDatabase();
    scene = createScene(database);
  });
  afterEach(async () => {
    const all = workers.splice(0);
    for (const worker of all) await worker.stop();
    for (const { engine } of all) {
      for (const { id } of await engine.list()) {
        await engine.stop(id, { intMs: 0, termMs: 0 });
        await engine.remove(id);
      }
    }
    await database.drop();
  });

  test("runs go to whichever host has a free slot, each is executed once", async () => {
    const runs = [];
    for (let n = 0; n < 6; n++) runs.push(await scene.submit({ lines: 3, pause_ms: 100 }));

    await startPool();

    const ended = await Promise.all(runs.map(({ id }) => scene.ended(id)));
    expect(ended.map((run) => run.status)).toEqual(runs.map(() => "completed"));
    expect(new Set(ended.map((run) => run.engine))).toEqual(new Set(pool));
    expect(runs.map(({ id }) => scene.executions(id))).toEqual(runs.map(() => 1));
  });

  test("a lost host keeps its run unknown while the other goes on, and is right when it is back", async () => {
    await startPool();
    const { mine, other } = await hangOn("beta");

    await beta.kill();

    await waitFor(async () => (await healthOf("beta")) === "unreachable", "beta to be missed");
    await requestCancel(scene.ctx, { id: other.id });
    expect((await scene.ended(other.id)).status).toBe("cancelled");
    const next = await scene.submit({ lines: 1 });
    expect(await scene.ended(next.id)).toMatchObject({ status: "completed", engine: "alpha" });
    expect((await getRun(scene.ctx, mine.id)).status).toBe("running");
    expect((await getActivity(scene.ctx, {})).missing).toEqual([]);
    await beta.start();
    await isHealthy("beta");
    expect(await getRun(scene.ctx, mine.id)).toMatchObject({ status: "running", engine: "beta" });
    await requestCancel(scene.ctx, { id: mine.id });
    expect((await scene.ended(mine.id)).status).toBe("cancelled");
  });

  test("a run given up stays failed when its host is back, and its container is removed", async () => {
    const [, betaWorker] = await startPool();
    const { mine, other } = await hangOn("beta");
    await expect(giveUpRun(scene.ctx, { id: mine.id })).rejects.toThrow("cancel the run instead");
    await beta.kill();
    await waitFor(async () => (await healthOf("beta")) === "unreachable", "beta to be missed");

    const given = await giveUpRun({ ...scene.ctx, actor: "cli" }, { id: mine.id });

    expect(given).toMatchObject({ status: "failed", error_code: "given_up" });
    await beta.start();
    await isHealthy("beta");
    await waitFor(async () => (await betaWorker?.engine.list())?.length === 0, "its removal");
    expect(await getRun(scene.ctx, mine.id)).toMatchObject({
      status: "failed",
      completed_at: given.completed_at,
    });
    await requestCancel(scene.ctx, { id: other.id });
    await scene.ended(other.id);
  });

  test("a host under a new name adopts its running runs", async () => {
    const first = await startWorker("alpha", host, ["alpha"]);
    const { id } = await scene.submit({ lines: 60, pause_ms: 50 });
    await scene.begun(id);
    await first.stop();

    await startWorker("renamed", host, ["renamed"]);

    expect(await scene.ended(id)).toMatchObject({ status: "completed", engine: "renamed" });
    expect(scene.executions(id)).toBe(1);
  });

  test("a run whose image only one host has goes there", async () => {
    await Promise.all([
      startTestWorker(database, {
        makeEngine: scriptedDocker(host, {
          name: "alpha",
          images: { reference: "nowhere/else:1" },
        }),
        pool,
      }).then((worker) => workers.push(worker)),
      startWorker("beta", beta.host),
    ]);

    const runs = await Promise.all(Array.from({ length: 3 }, () => scene.submit({ lines: 1 })));

    const ended = await Promise.all(runs.map(({ id }) => scene.ended(id)));
    expect(ended.map((run) => run.engine)).toEqual(runs.map(() => "beta"));
  });

  test("one host under two names is used once, and the other name says so", async () => {
    const hosts = new Map<string, string>();
    for (const name of pool) {
      const makeEngine = scriptedDocker(host, { name });
      workers.push(await startTestWorker(database, { makeEngine, pool, hosts }));
      await waitFor(async () => await healthOf(name), `${name} to be reported`);
    }

    const { id } = await scene.submit({ lines: 20, pause_ms: 50 });

    expect(await scene.ended(id)).toMatchObject({ status: "completed", engine: "alpha" });
    const { engines } = await getActivity(scene.ctx, {});
    expect(engines.find(({ name }) => name === "beta")).toMatchObject({
      health: "unreachable",
      error: expect.stringContaining("same Docker host as alpha"),
    });
  });

  test("a host that drains finishes what it has and takes nothing more", async () => {
    await startPool();
    await Promise.all(pool.map(isHealthy));
    await database.sql`update engines set draining = true where name = 'beta'`;

    const runs = await Promise.all(Array.from({ length: 4 }, () => scene.submit({ lines: 1 })));

    const ended = await Promise.all(runs.map(({ id }) => scene.ended(id)));
    expect(ended.map((run) => run.engine)).toEqual(runs.map(() => "alpha"));
  });
});
