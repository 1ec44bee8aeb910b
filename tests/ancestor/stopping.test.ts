import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deletePrompt } from "@/server/prompts/delete-prompt";
import { getPrompt } from "@/server/prompts/get-prompt";
import { deleteRun } from "@/server/runs/delete-run";
import { finishRun } from "@/server/runs/finish-run";
import { getRun } from "@/server/runs/get-run";
import { listRunEvents } from "@/server/runs/list-run-events";
import { listRuns } from "@/server/runs/list-runs";
import { requestCancel } from "@/server/runs/request-cancel";
import { waitFor } from "../harness/wait-for";
import { echoing, useStage } from "./use-stage";

const stage = useStage();

test("hole 21: cancelling ends the run in every list as well as its program, and says who asked", async () => {
  const { scene } = stage;
  const { engine } = await stage.startWorker();
  const { id } = await scene.submit({ hang: true });
  await scene.begun(id);

  await requestCancel({ ...scene.ctx, actor: "cli" }, { id });

  expect(await scene.ended(id)).toMatchObject({ status: "cancelled" });
  expect((await listRuns(scene.ctx, { status: ["running"] })).items).toEqual([]);
  expect((await engine.list()).filter(({ state }) => state !== "exited")).toEqual([]);
  const asked = (await listRunEvents(scene.ctx, id)).find(
    ({ type }) => type === "cancel_requested",
  );
  expect(asked?.actor).toBe("cli");
});

test("hole 22: a cancelled run stays cancelled, although its program completes at that very moment", async () => {
  const { scene, database } = stage;
  const first = await stage.startWorker({ wrapEngine: echoing });
  const { id } = await stage.submitText("stubborn");
  await scene.begun(id);

  await requestCancel(scene.ctx, { id });

  const run = await scene.ended(id);
  expect(scene.log(run)).toMatch(/\nfinished\n$/);
  expect(run).toMatchObject({ status: "cancelled", outputs: {} });
  const late = { status: "completed", message: "Completed." } as const;
  expect(await finishRun(database.db, run, late)).toBe(false);
  await first.stop();
  const second = await stage.startWorker();
  await waitFor(async () => (await second.engine.list()).length === 0, "its container to be gone");
  const { status, outputs } = await getRun(scene.ctx, id);
  expect({ status, outputs }).toEqual({ status: "cancelled", outputs: {} });
});

test("hole 28: nothing is left of runs that have ended and were deleted", async () => {
  const { scene, database } = stage;
  const { engine } = await stage.startWorker();
  const cancelled = await scene.submit({ hang: true });
  await scene.begun(cancelled.id);
  await requestCancel(scene.ctx, { id: cancelled.id });
  const ids = [cancelled.id];
  for (const script of [{}, { exit: 1 }]) ids.push((await scene.submit(script)).id);
  for (const id of ids) await scene.ended(id);
  await waitFor(async () => (await engine.list()).length === 0, "containers to be gone");
  const [completed = ""] = ids.slice(1);
  await waitFor(async () => (await getRun(scene.ctx, completed)).preview, "its preview");

  for (const id of ids) await deleteRun(scene.ctx, { id });

  const left = readdirSync(database.env.dataDir, { recursive: true, encoding: "utf8" });
  expect(left.filter((path) => ids.some((id) => path.includes(id)))).toEqual([]);
  const records = join(database.env.dataDir, "engine", "local");
  await waitFor(() => readdirSync(records).length === 0, "the engine's folder to be empty");
  expect(left).toContain("inputs/city/color.mp4");
});

test("hole 31: an enhancement that overwrites loses no run, whether it fails or completes", async () => {
  const { scene, database } = stage;
  await stage.startWorker();
  const before = await scene.ended((await scene.submit({ exit: 0 })).id);
  const { prompt_id } = before;
  const overwrite = async (prompt_text: string) => {
    await database.sql`update prompts set prompt_text = ${prompt_text} where id = ${prompt_id}`;
    const execution_config = { create_new: false };
    const run = await scene.submit({}, { prompt_id, model_type: "enhance", execution_config });
    return scene.ended(run.id);
  };

  const failed = await overwrite('{"exit":1}');
  expect(failed.status).toBe("failed");
  expect((await getPrompt(scene.ctx, prompt_id)).prompt_text).toBe('{"exit":1}');
  const completed = await overwrite('{"exit":0}');
  expect((await getPrompt(scene.ctx, prompt_id)).prompt_text).toBe('{"exit":0} enhanced');

  const { items } = await listRuns(scene.ctx, { prompt_id });
  expect(items.map(({ id }) => id)).toEqual([completed.id, failed.id, before.id]);
  expect(existsSync(join(database.env.dataDir, String(before.outputs.output_path)))).toBe(true);
});

test("hole 32: a run that is active is not deleted, and completes undisturbed", async () => {
  const { scene } = stage;
  await stage.startWorker({ wrapEngine: echoing });
  const { id, prompt_id } = await stage.submitText("wait");
  await scene.begun(id);

  await expect(deleteRun(scene.ctx, { id })).rejects.toThrow("cancel it before deleting it");
  await expect(deletePrompt(scene.ctx, { id: prompt_id })).rejects.toThrow("cancel them first");

  stage.finish(id);
  expect((await scene.ended(id)).status).toBe("completed");
  expect(await deleteRun(scene.ctx, { id })).toMatchObject({ runs: [id] });
});
