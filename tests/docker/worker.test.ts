import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import Dockerode from "dockerode";
import { afterEach, beforeEach, expect, test } from "vitest";
import { getActivity } from "@/server/activity/get-activity";
import { requestPoll } from "@/server/activity/request-poll";
import { getRun } from "@/server/runs/get-run";
import { requestCancel } from "@/server/runs/request-cancel";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { describeWithDocker } from "../harness/describe-with-docker";
import { createScene } from "../harness/scene";
import { waitFor } from "../harness/wait-for";
import { startTestWorker, type TestWorker } from "../harness/worker";
import { scriptedDocker } from "./make-scripted-engine";

describeWithDocker("runs in containers", ({ socket, host }) => {
  const docker = new Dockerode({ socketPath: socket });
  let database: TestDatabase;
  let scene: ReturnType<typeof createScene>;
  const workers: TestWorker[] = [];

  async function startWorker(options: Parameters<typeof startTestWorker>[1] = {}) {
    const worker = await startTestWorker(database, {
      makeEngine: scriptedDocker(host),
      ...options,
    });
    workers.push(worker);
    return worker;
  }

  beforeEach(async () => {
    database = await createTestDatabase();
    scene = createScene(database);
  });
  afterEach(async () => {
    const [first] = workers;
    for (const worker of workers.splice(0)) await worker.stop();
    for (const { id } of (await first?.engine.list()) ?? []) {
      await first?.engine.stop(id, { intMs: 0, termMs: 0 });
      await first?.engine.remove(id);
    }
    await database.drop();
  });

  const named = (id: string) => `cosmos_transfer_${id.slice(0, 8)}`;

  test("a run completes in a container of its own, which is gone afterwards", async () => {
    const worker = await startWorker();

    const { id } = await scene.submit({ lines: 3 });

    const run = await scene.ended(id);
    expect(run).toMatchObject({
      status: "completed",
      engine: "docker",
      container_name: named(id),
      exit_code: 0,
    });
    expect(scene.log(run)).toContain("line 3\n");
    const out = join(database.env.dataDir, String(run.outputs.output_path));
    expect(statSync(out).uid).toBe(process.getuid?.());
    await waitFor(async () => (await worker.engine.list()).length === 0, "it to be removed");
  });

  test("polling matches each container with its run by its label and its name", async () => {
    await startWorker();
    const { id } = await scene.submit({ hang: true });
    await scene.begun(id);

    const activity = await requestPoll(scene.ctx);

    expect(activity.containers).toMatchObject([
      { run_id: id, container_name: named(id), state: "running", orphan: false },
    ]);
    expect(activity.engines[0]).toMatchObject({
      name: "docker",
      health: "healthy",
      slots: [{ run_id: id }],
    });
    await requestCancel(scene.ctx, { id });
    await scene.ended(id);
  });

  test("a run goes on without a worker and is settled by the next one", async () => {
    const first = await startWorker();
    const { id } = await scene.submit({ lines: 40, pause_ms: 20 });
    await scene.begun(id);
    await first.stop();

    await startWorker();

    const run = await scene.ended(id);
    expect(run).toMatchObject({ status: "completed", attempt: 1 });
    expect(scene.executions(id)).toBe(1);
    expect(scene.log(run).match(/^line \d+$/gm)).toHaveLength(40);
  });

  test("a queue is worked off in order, each run once, the next one waiting behind its gate", async () => {
    const worker = await startWorker();
    const runs = [];
    for (let n = 0; n < 5; n++) runs.push(await scene.submit({ lines: 2, pause_ms: 50 }));
    await waitFor(
      async () => (await worker.engine.list()).some((each) => each.state === "gated"),
      "one to be staged",
    );

    const ended = await Promise.all(runs.map(({ id }) => scene.ended(id)));

    expect(ended.map((run) => run.status)).toEqual(runs.map(() => "completed"));
    expect(runs.map(({ id }) => scene.executions(id))).toEqual(runs.map(() => 1));
    const begun = ended.map((run) => Date.parse(run.started_at ?? ""));
    expect(begun).toEqual([...begun].sort((a, b) => a - b));
  });

  test("a cancelled run's container is gone when it is cancelled, and others are untouched", async () => {
    const worker = await startWorker({ slots: 2 });
    const [other, victim] = [
      await scene.submit({ hang: true }),
      await scene.submit({ hang: true, ignore_signals: true }),
    ];
    await scene.begun(other.id);
    await scene.begun(victim.id);

    await requestCancel({ ...scene.ctx, actor: "cli" }, { id: victim.id });

    expect(await scene.ended(victim.id)).toMatchObject({ status: "cancelled", exit_code: 137 });
    const left = await waitFor(async () => {
      const all = await worker.engine.list();
      return all.length === 1 && all;
    }, "one container to be left");
    expect(left).toMatchObject([{ run_id: other.id, state: "running" }]);
    await requestCancel(scene.ctx, { id: other.id });
    await scene.ended(other.id);
  });

  test("a container removed behind our back is a failed run that says so", async () => {
    await startWorker();
    const { id } = await scene.submit({ hang: true });
    await scene.begun(id);

    await docker.getContainer(named(id)).remove({ force: true });

    const run = await scene.ended(id);
    expect(run).toMatchObject({ status: "failed", error_code: "container_vanished" });
    expect(scene.log(run)).toContain("Starting diffusion sampling");
  });

  test("a container killed behind our back is a failed run with its signal", async () => {
    await startWorker();
    const { id } = await scene.submit({ hang: true });
    await scene.begun(id);

    await docker.getContainer(named(id)).kill();

    expect(await scene.ended(id)).toMatchObject({ status: "failed", exit_code: 137 });
  });

  test("a foreign container with our name is left alone, and the run has its full name", async () => {
    const { id } = await scene.submit({ lines: 1 });
    const foreign = await docker.createContainer({
      name: named(id),
      Image: "cosmos-test",
      Cmd: ["true"],
      HostConfig: { NetworkMode: "none" },
    });

    await startWorker();

    expect(await scene.ended(id)).toMatchObject({
      status: "completed",
      container_name: `cosmos_transfer_${id}`,
    });
    expect((await foreign.inspect()).Name).toBe(`/${named(id)}`);
    await foreign.remove();
  });

  test("an image that the host does not have fails the run and names it", async () => {
    await startWorker({ makeEngine: scriptedDocker(host, { image: "nowhere/model:1" }) });

    const { id } = await scene.submit();

    const run = await scene.ended(id);
    expect(run).toMatchObject({ status: "failed", error_code: "engine_no_image" });
    expect(run.error_message).toContain("no image nowhere/model:1");
  });

  test("a container without a run is an orphan: shown, never touched", async () => {
    const worker = await startWorker();
    const { id } = await scene.submit({ hang: true });
    await scene.begun(id);
    await database.sql`delete from runs where id = ${id}`;

    const { orphans } = await requestPoll(scene.ctx);

    expect(orphans).toMatchObject([{ run_id: id, state: "running" }]);
    expect(await worker.engine.list()).toMatchObject([{ state: "running" }]);
  });

  test("a run's folder and log are there although the container never began", async () => {
    await startWorker();
    const blocker = await scene.submit({ hang: true });
    await scene.begun(blocker.id);
    const { id } = await scene.submit();
    await waitFor(async () => (await getRun(scene.ctx, id)).container_id, "it to be staged");

    await requestCancel(scene.ctx, { id });

    expect(await scene.ended(id)).toMatchObject({ status: "cancelled", started_at: null });
    const log = join(database.env.dataDir, "runs", id, "run.log");
    expect(existsSync(log) && statSync(log).size).toBe(0);
    await requestCancel(scene.ctx, { id: blocker.id });
    await scene.ended(blocker.id);
    const { engines } = await getActivity(scene.ctx, {});
    expect(engines[0]?.slots).toMatchObject([{ run_id: null }]);
  });
});
