import { expect, test } from "vitest";
import { pauseQueue, resumeQueue } from "@/server/activity/switch-queue";
import { type Engine, EngineUnreachable } from "@/server/engine/engine";
import { createRun } from "@/server/runs/create-run";
import { getRun } from "@/server/runs/get-run";
import { listRuns } from "@/server/runs/list-runs";
import { requestCancel } from "@/server/runs/request-cancel";
import { scriptedDocker } from "../docker/make-scripted-engine";
import { insertPrompt, insertRun } from "../harness/factories";
import { waitFor } from "../harness/wait-for";
import { echoing, useStage } from "./use-stage";

const stage = useStage();

const transferConfig = (prompt_text: string) => ({
  ...{ model: "reference", prompt_text, input_video: "inputs/city/color.mp4" },
  weights: { vis: 1 },
});

test("hole 9: of several runs made at once each is shown as running while it runs", async () => {
  const { scene } = stage;
  await stage.startWorker({ slots: 2 });
  const runs = [];
  for (let n = 0; n < 3; n++) runs.push(await scene.submit({ hang: true }));
  const ids = runs.map(({ id }) => id);
  for (const id of ids.slice(0, 2)) await scene.begun(id);

  const activity = await stage.activity(
    ({ engines, running }) => engines.length + running.length === 3,
  );

  expect(activity.running.map(({ id }) => id).sort()).toEqual(ids.slice(0, 2).sort());
  expect(activity.pending.map(({ id }) => id)).toEqual(ids.slice(2));
  const held = activity.engines[0]?.slots.map(({ run_id }) => run_id) ?? [];
  expect(held.sort()).toEqual(ids.slice(0, 2).sort());
});

test("hole 14: an engine that does not answer is unreachable, never idle, and nothing starts on it", async () => {
  const { scene } = stage;
  let away = true;
  const cut = (engine: Engine): Engine => ({
    ...engine,
    list: () => (away ? Promise.reject(new EngineUnreachable("cut off")) : engine.list()),
  });
  await stage.startWorker({ wrapEngine: cut });
  const { id } = await scene.submit();

  const { engines } = await stage.activity((activity) => activity.engines.length > 0);

  expect(engines[0]).toMatchObject({ health: "unreachable", error: "cut off" });
  expect(await getRun(scene.ctx, id)).toMatchObject({ status: "pending", attempt: 0 });
  away = false;
  expect(await scene.ended(id)).toMatchObject({ status: "completed", attempt: 1 });
});

test("hole 14: the same with Docker, where no daemon listens", async () => {
  const { scene, database } = stage;
  const address = `unix://${database.env.dataDir}/docker.sock`;
  await stage.startWorker({ makeEngine: scriptedDocker(address) });
  const { id } = await scene.submit();

  const { engines } = await stage.activity((activity) => activity.engines.length > 0);

  expect(engines[0]).toMatchObject({ name: "docker", health: "unreachable" });
  expect(engines[0]?.error).toMatch(/\w/);
  expect(await getRun(scene.ctx, id)).toMatchObject({ status: "pending", attempt: 0 });
});

test("hole 15: runs of the command line and of the web share one queue and its slots", async () => {
  const { scene, database } = stage;
  const [cli, web] = (["cli", "web"] as const).map((actor) => ({ ...scene.ctx, actor }));
  const prompt = await insertPrompt(database.db, { prompt_text: "wait" });
  const input = { model_type: "transfer", prompt_id: prompt.id };
  await Promise.all([1, 2].map(() => stage.startWorker({ wrapEngine: echoing })));

  const runs = await Promise.all([cli, web].map((ctx) => createRun(ctx ?? scene.ctx, input)));
  const { running } = await stage.activity((activity) => activity.running.length > 0);
  const first = running[0]?.id ?? "";
  await scene.begun(first);

  const other = runs.find(({ id }) => id !== first)?.id ?? "";
  expect((await getRun(scene.ctx, other)).status).toBe("pending");
  await requestCancel(scene.ctx, { id: first });
  await scene.ended(first);
  await scene.begun(other);
  expect((await getRun(scene.ctx, other)).status).toBe("running");
});

test("hole 17: what happens to one run happens to no other of the same prompt", async () => {
  const { scene, database } = stage;
  const { engine } = await stage.startWorker({ slots: 3, wrapEngine: echoing });
  const { id: prompt_id } = await insertPrompt(database.db, { prompt_text: "wait" });
  const runs = [];
  for (let n = 0; n < 3; n++) runs.push(await scene.submit({}, { prompt_id }));
  const [cancelled = "", killed = "", kept = ""] = runs.map(({ id }) => id);
  for (const { id } of runs) await scene.begun(id);

  await requestCancel(scene.ctx, { id: cancelled });
  const victim = (await engine.list()).find(({ run_id }) => run_id === killed);
  await engine.stop(victim?.id ?? "", { intMs: 0, termMs: 0 });
  await scene.ended(cancelled);
  await scene.ended(killed);

  expect((await getRun(scene.ctx, kept)).status).toBe("running");
  stage.finish(kept);
  const ended = await Promise.all(runs.map(({ id }) => scene.ended(id)));
  expect(ended.map(({ status }) => status)).toEqual(["cancelled", "failed", "completed"]);
});

test("hole 18: two live runs whose ids begin alike are told apart", async () => {
  const { scene, database } = stage;
  const { engine } = await stage.startWorker({ slots: 2, wrapEngine: echoing });
  const ids = ["sameprefix01", "sameprefix02"];
  for (const id of ids) {
    await insertRun(database.db, { id, execution_config: transferConfig("wait") });
  }
  for (const id of ids) await scene.begun(id);

  const { containers } = await stage.activity((activity) => activity.containers.length === 2);

  expect(containers.map(({ run_id }) => run_id).sort()).toEqual(ids);
  const names = containers.map(({ container_name }) => container_name);
  expect(names).toContain("cosmos_transfer_samepref");
  expect(new Set(names).size).toBe(2);
  await requestCancel(scene.ctx, { id: ids[0] ?? "" });
  await scene.ended(ids[0] ?? "");
  await waitFor(async () => (await engine.list()).length === 1, "its container to be removed");
  expect(await engine.list()).toMatchObject([{ run_id: ids[1], state: "running" }]);
});

test("hole 24: a container is matched with its own run, not with the newest that is running", async () => {
  const { scene, database } = stage;
  await stage.startWorker();
  const { id } = await scene.submit({ hang: true });
  await scene.begun(id);
  const stale = await insertRun(database.db, {
    ...{ status: "running", engine: "elsewhere", slot: "cpu-0", container_id: "lost" },
  });

  const activity = await stage.activity(({ containers }) => containers.length > 0);

  expect(activity.containers.map(({ run_id }) => run_id)).toEqual([id]);
  expect(activity.missing).toEqual([stale.id]);
});

test("hole 40: pausing and resuming loses no run, whatever happened meanwhile", async () => {
  const { scene } = stage;
  await stage.startWorker({ wrapEngine: echoing });
  const running = await stage.submitText("wait");
  await scene.begun(running.id);
  await pauseQueue(scene.ctx);
  const kept = await scene.submit({}, { model_type: "enhance" });
  const cancelled = await scene.submit();
  await requestCancel(scene.ctx, { id: cancelled.id });
  stage.finish(running.id);
  await scene.ended(running.id);

  await resumeQueue(scene.ctx);

  await scene.ended(kept.id);
  const { items } = await listRuns(scene.ctx, {});
  expect(items.map(({ id, status }) => [id, status])).toEqual([
    [cancelled.id, "cancelled"],
    [kept.id, "completed"],
    [running.id, "completed"],
  ]);
});
