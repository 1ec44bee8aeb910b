import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { getActivity } from "@/server/activity/get-activity";
import { getQueue } from "@/server/activity/get-queue";
import { getPrompt } from "@/server/prompts/get-prompt";
import { getRun } from "@/server/runs/get-run";
import { listRuns } from "@/server/runs/list-runs";
import { retryRun } from "@/server/runs/retry-run";
import { insertPrompt } from "../harness/factories";
import { waitFor } from "../harness/wait-for";
import { echoing, useStage } from "./use-stage";

const stage = useStage();

/** Makes a running run look as if it had been started so many minutes ago. */
async function startedBefore(id: string, minutes: number): Promise<void> {
  await stage.database.sql`
    update runs set started_at = now() - ${minutes} * interval '1 minute' where id = ${id}`;
}

test("hole 4: a run past its limit is stopped however much it says, and its container is gone", async () => {
  const { scene } = stage;
  const { engine } = await stage.startWorker();
  const { id } = await scene.submit({ lines: 100_000, pause_ms: 5 });
  await scene.begun(id);

  await startedBefore(id, 3 * 60);

  const run = await scene.ended(id);
  expect(run).toMatchObject({ status: "failed", error_code: "timed_out" });
  expect(run.error_message).toMatch(/past its limit of 2h/);
  expect(scene.log(run)).toMatch(/line \d+\n/);
  await waitFor(async () => (await engine.list()).length === 0, "its container to be gone");
});

test("hole 5: the limit of a run is the one that its model sets, and the run tells it", async () => {
  const { scene } = stage;
  await stage.startWorker({ slots: 2, wrapEngine: echoing });
  const hanging = { model: "replay", fault: "hang" };
  const short = await stage.submitText("A city", { execution_config: hanging });
  const long = await stage.submitText("wait");
  await scene.begun(short.id);
  await scene.begun(long.id);

  for (const { id } of [short, long]) await startedBefore(id, 90);

  const stopped = await scene.ended(short.id);
  expect(stopped).toMatchObject({ error_code: "timed_out", time_limit_seconds: 60 * 60 });
  stage.finish(long.id);
  const completed = await scene.ended(long.id);
  expect(completed).toMatchObject({ status: "completed", time_limit_seconds: 2 * 60 * 60 });
});

test("hole 6: an enhancement whose program fails has failed, though it left a text", async () => {
  const { scene } = stage;
  await stage.startWorker();
  const { id, prompt_id } = await scene.submit({ exit: 1 }, { model_type: "enhance" });

  const run = await scene.ended(id);

  expect(stage.read(id, "out/result.json").toString()).toContain("enhanced");
  expect(run).toMatchObject({ status: "failed", exit_code: 1, outputs: {} });
  expect(await getPrompt(scene.ctx, prompt_id)).toMatchObject({ prompt_text: '{"exit":1}' });
});

test("hole 7: of several enhancements the one that fails says why, the others keep their texts", async () => {
  const { scene } = stage;
  await stage.startWorker();
  const scripts = [{}, { say: "Input rejected: no words left.", exit: 1 }, {}];
  const runs = [];
  for (const script of scripts) runs.push(await scene.submit(script, { model_type: "enhance" }));

  const ended = await Promise.all(runs.map(({ id }) => scene.ended(id)));

  expect(ended.map(({ status }) => status)).toEqual(["completed", "failed", "completed"]);
  expect(ended[1]?.error_message).toContain("no words left");
  expect(ended.map(({ outputs }) => Boolean(outputs.enhanced_text))).toEqual([true, false, true]);
});

test("hole 10: a run without a video has failed with the guard's reason, though its program ended well", async () => {
  const { scene } = stage;
  await stage.startWorker();
  const said = "Guardrail blocked generation. Word: rifle";
  const { id } = await scene.submit({ video: "none", say: said });

  const run = await scene.ended(id);

  expect(run).toMatchObject({ status: "failed", error_code: "guard_blocked", exit_code: 0 });
  expect(run.error_message).toContain("Word: rifle");
});

test("hole 11: a run that fails takes none of its neighbours with it", async () => {
  const { scene } = stage;
  await stage.startWorker();
  const runs = [];
  for (const script of [{}, { exit: 3 }, {}]) runs.push(await scene.submit(script));

  const ended = await Promise.all(runs.map(({ id }) => scene.ended(id)));

  expect(ended.map(({ status }) => status)).toEqual(["completed", "failed", "completed"]);
  const videos = ended.map(
    ({ id, outputs }) => outputs.output_path === `runs/${id}/out/output.mp4`,
  );
  expect(videos).toEqual([true, false, true]);
});

test("hole 12: a run that failed stays in every list as failed, and can be retried", async () => {
  const { scene } = stage;
  await stage.startWorker();
  const { id } = await scene.submit({ exit: 3 });
  await scene.ended(id);

  const { items } = await listRuns(scene.ctx, { status: ["failed"] });
  const { recent } = await getActivity(scene.ctx, {});

  expect([items, recent].map((runs) => runs.map((run) => run.id))).toEqual([[id], [id]]);
  expect((await getQueue(scene.ctx)).items).toEqual([]);
  const again = await retryRun(scene.ctx, { id });
  expect(await scene.ended(again.id)).toMatchObject({ status: "failed", attempt: 2 });
  expect((await getRun(scene.ctx, id)).status).toBe("failed");
});

test("hole 25: a failed run has its whole log, and its message quotes it", async () => {
  const { scene } = stage;
  await stage.startWorker();
  const { id } = await scene.submit({ lines: 500, say: "No space left on device", exit: 1 });

  const run = await scene.ended(id);

  const numbers = [...scene.log(run).matchAll(/^line (\d+)$/gm)].map(([, line]) => Number(line));
  expect(numbers).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
  expect(scene.log(run)).toMatch(/No space left on device\n$/);
  expect(run).toMatchObject({ status: "failed", error_code: "no_space" });
});

test("hole 30: half of a video is no output, though its program ended well", async () => {
  const { scene, database } = stage;
  await stage.startWorker({ wrapEngine: echoing });
  const clip = readFileSync(join(import.meta.dirname, "../fixtures/clip.mp4"));
  const video = "inputs/city/half.mp4";
  writeFileSync(join(database.env.dataDir, video), clip.subarray(0, clip.length / 2));
  const prompt = await insertPrompt(database.db, { inputs: { video } });

  const run = await scene.ended((await scene.submit({}, { prompt_id: prompt.id })).id);

  expect(stage.read(run.id, "out/output.mp4").length).toBeGreaterThan(0);
  expect(run).toMatchObject({ status: "failed", error_code: "output_missing", exit_code: 0 });
});
