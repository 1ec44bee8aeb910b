import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runs } from "@/server/db/schema";
import { getPrompt } from "@/server/prompts/get-prompt";
import { listEarlierTexts } from "@/server/prompts/list-earlier-texts";
import { previewOverwrite } from "@/server/prompts/preview-overwrite";
import { updatePrompt } from "@/server/prompts/update-prompt";
import { finishRun } from "@/server/runs/finish-run";
import { getRun } from "@/server/runs/get-run";
import { listRunEvents } from "@/server/runs/list-run-events";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt, insertRun } from "../harness/factories";
import { createScene } from "../harness/scene";
import { startTestWorker } from "../harness/worker";

let database: TestDatabase;
let scene: ReturnType<typeof createScene>;

beforeAll(async () => {
  database = await createTestDatabase();
  scene = createScene(database);
});
afterAll(() => database.drop());

const overwrite = (prompt_id: string) =>
  scene.submit({}, { prompt_id, model_type: "enhance", execution_config: { create_new: false } });

test("the preview counts what refers to the text, and changes nothing", async () => {
  const { id, prompt_text } = await insertPrompt(database.db);
  await insertPrompt(database.db, { parent_prompt_id: id });
  await insertRun(database.db, { prompt_id: id, status: "completed" });
  await insertRun(database.db, { prompt_id: id, status: "running" });
  await insertRun(database.db, { prompt_id: id });
  await insertRun(database.db, { prompt_id: id, model_type: "enhance", status: "completed" });
  await insertRun(database.db, { prompt_id: id, model_type: "enhance" });

  const preview = await previewOverwrite(database, id);

  expect(preview).toEqual({
    ...{ prompt_id: id, prompt_text, runs: 3, active: 2, versions: 1, enhancing: 1 },
  });
  expect((await getPrompt(database, id)).run_count).toBe(5);
  // One is said to be running that has no container: no worker of this file shall look for it.
  await database.db.delete(runs).where(eq(runs.prompt_id, id));
});

test("a text changed since the run was asked for is kept, and the result is a prompt of its own", async () => {
  const { id } = await insertPrompt(database.db, { prompt_text: '{"lines":1}' });
  const run = await overwrite(id);
  await updatePrompt(scene.ctx, { id, prompt_text: "Written by hand meanwhile" });

  const worker = await startTestWorker(database);
  const ended = await scene.ended(run.id).finally(() => worker.stop());

  expect(ended.status).toBe("completed");
  expect((await getPrompt(database, id)).prompt_text).toBe("Written by hand meanwhile");
  const made = await getPrompt(database, String(ended.outputs.enhanced_prompt_id));
  expect(made).toMatchObject({
    prompt_text: ended.outputs.enhanced_text,
    parent_prompt_id: id,
    enhanced_by_run_id: run.id,
  });
  const events = await listRunEvents(scene.ctx, run.id);
  expect(events.map(({ message }) => message).join()).toContain(
    "was changed meanwhile and is kept",
  );
  expect(await listEarlierTexts(database, id)).toEqual([]);
});

test("a replaced text is kept with the run that replaced it", async () => {
  const { id } = await insertPrompt(database.db, { prompt_text: '{"lines":1}' });
  const run = await overwrite(id);

  const worker = await startTestWorker(database);
  const ended = await scene.ended(run.id).finally(() => worker.stop());

  expect((await getPrompt(database, id)).prompt_text).toBe(ended.outputs.enhanced_text);
  expect(await listEarlierTexts(database, id)).toEqual([
    { run_id: run.id, prompt_text: '{"lines":1}', replaced_at: ended.completed_at },
  ]);
});

test("a text that changes in the very moment of completion is not lost, and the run has not ended", async () => {
  const { id } = await insertPrompt(database.db, { prompt_text: "Newer" });
  const run = await insertRun(database.db, {
    ...{ prompt_id: id, model_type: "enhance", status: "running" },
  });
  const change = { kind: "replace_text" as const, id, prompt_text: "Enhanced" };

  const finishing = finishRun(database.db, run, {
    ...{ status: "completed", message: "Completed; prompt replaced." },
    promptChange: { ...change, replaced_text: "Older" },
  });

  await expect(finishing).rejects.toThrow("was changed at this moment");
  expect((await getRun(scene.ctx, run.id)).status).toBe("running");
  expect((await getPrompt(database, id)).prompt_text).toBe("Newer");
});
