import { afterAll, beforeAll, expect, test } from "vitest";
import { listRunEvents } from "@/server/runs/list-run-events";
import { listRuns } from "@/server/runs/list-runs";
import { retryRun } from "@/server/runs/retry-run";
import { runAgain } from "@/server/runs/run-again";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertRun } from "../harness/factories";
import { createScene } from "../harness/scene";

let database: TestDatabase;
let scene: ReturnType<typeof createScene>;

beforeAll(async () => {
  database = await createTestDatabase();
  scene = createScene(database);
});
afterAll(() => database.drop());

const messagesOf = async (id: string) =>
  (await listRunEvents(scene.ctx, id)).map(({ message }) => message);

test("a run done again with other settings and its origin name each other", async () => {
  const old = await insertRun(database.db, { status: "completed" });

  const run = await runAgain(scene.ctx, {
    id: old.id,
    execution_config: { seed: 7 },
    changes: ["Seed 1 → 7"],
  });

  expect(run).toMatchObject({ prompt_id: old.prompt_id, model_type: "transfer", attempt: 0 });
  expect(run.execution_config).toMatchObject({ seed: 7 });
  expect(run.execution_config).not.toHaveProperty("retry_of_run_id");
  expect(await messagesOf(run.id)).toContain(`Made from run ${old.id}: Seed 1 → 7.`);
  expect(await messagesOf(old.id)).toContain(`Run again as run ${run.id}: Seed 1 → 7.`);
});

test("what was sent twice is made and told once", async () => {
  const old = await insertRun(database.db, { status: "completed" });
  const again = { id: old.id, execution_config: { seed: 8 }, changes: [], idempotency_key: "k" };

  const [first, second] = [await runAgain(scene.ctx, again), await runAgain(scene.ctx, again)];

  expect(second.id).toBe(first.id);
  expect(await messagesOf(old.id)).toEqual([`Run again as run ${first.id}.`]);
  expect((await listRuns(scene.ctx, { prompt_id: old.prompt_id })).items).toHaveLength(2);
});

test("a run repeated exactly by a form that was sent twice is made once", async () => {
  const old = await insertRun(database.db, { status: "completed" });
  const again = { id: old.id, idempotency_key: "exactly" };

  const made = await Promise.all([retryRun(scene.ctx, again), retryRun(scene.ctx, again)]);

  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(await messagesOf(old.id)).toEqual([`Retried as run ${made[0]?.id}.`]);
});

test("an upscale done again continues the run that its parent was retried as", async () => {
  const failed = await insertRun(database.db, { status: "failed" });
  const retried = await insertRun(database.db, {
    status: "completed",
    prompt_id: failed.prompt_id,
    outputs: { output_path: "runs/y/out/output.mp4" },
    execution_config: { model: "reference", retry_of_run_id: failed.id },
  });
  const old = await insertRun(database.db, {
    status: "failed",
    model_type: "upscale",
    prompt_id: failed.prompt_id,
    execution_config: { model: "reference", parent_run_id: failed.id },
  });

  const run = await runAgain(scene.ctx, { id: old.id, execution_config: {}, changes: [] });

  expect(run).toMatchObject({ parent_run_id: retried.id, model_type: "upscale" });
});

test("an upscale done again continues the same run", async () => {
  const outputs = { output_path: "runs/x/out/output.mp4" };
  const parent = await insertRun(database.db, { status: "completed", outputs });
  const old = await insertRun(database.db, {
    status: "failed",
    model_type: "upscale",
    prompt_id: parent.prompt_id,
    execution_config: { model: "reference", control_weight: 0.5, parent_run_id: parent.id },
  });

  const run = await runAgain(scene.ctx, {
    id: old.id,
    execution_config: { control_weight: 0.8 },
    changes: [],
  });

  expect(run).toMatchObject({ parent_run_id: parent.id, model_type: "upscale" });
});
