import { afterAll, beforeAll, expect, test } from "vitest";
import { createRun } from "@/server/runs/create-run";
import { listRuns } from "@/server/runs/list-runs";
import { retryRun } from "@/server/runs/retry-run";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt, insertRun } from "../harness/factories";
import { createScene } from "../harness/scene";

let database: TestDatabase;
let scene: ReturnType<typeof createScene>;
let prompt_id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  scene = createScene(database);
  prompt_id = (await insertPrompt(database.db)).id;
});
afterAll(() => database.drop());

const completed = (overrides = {}) =>
  insertRun(database.db, {
    status: "completed",
    outputs: { output_path: "runs/x/out/output.mp4" },
    ...overrides,
  });
const countRuns = async () => (await listRuns(scene.ctx, { limit: 200 })).items.length;

test("a new run waits, with its settings completed and the prompt as it was", async () => {
  const run = await createRun(scene.ctx, { model_type: "transfer", prompt_id });

  expect(run).toMatchObject({
    status: "pending",
    outputs: {},
    log_path: `runs/${run.id}/run.log`,
    execution_config: {
      model: "reference",
      num_steps: 35,
      prompt_text: "A city street in heavy rain at dusk.",
      input_video: "inputs/city/color.mp4",
    },
  });
});

test.each<[string, Parameters<typeof createRun>[1], RegExp]>([
  [
    "unknown type",
    { model_type: "inference", prompt_id: "x" },
    /choose one of: enhance, transfer, upscale/,
  ],
  ["no prompt", { model_type: "transfer" }, /prompt_id is required/],
  [
    "unknown prompt",
    { model_type: "transfer", prompt_id: "zzzzzzzzzzzz" },
    /no prompt "zzzzzzzzzzzz"/,
  ],
  [
    "weight too high",
    { model_type: "transfer", execution_config: { weights: { vis: 1.1 } } },
    /weights.vis must be at most 1/,
  ],
  [
    "unknown key",
    { model_type: "transfer", execution_config: { stepz: 1 } },
    /no setting named stepz/,
  ],
  [
    "unknown model",
    { model_type: "transfer", execution_config: { model: "sora" } },
    /choose one of: reference/,
  ],
  [
    "model that can't",
    { model_type: "transfer", execution_config: { model: "openai-compatible" } },
    /cannot transfer/,
  ],
  [
    "upscale without parent",
    { model_type: "upscale", execution_config: {} },
    /parent_run_id must be a string/,
  ],
  [
    "upscale of an unknown run",
    { model_type: "upscale", execution_config: { parent_run_id: "zzz" } },
    /no run "zzz"/,
  ],
  [
    "control weight too low",
    { model_type: "upscale", execution_config: { parent_run_id: "z", control_weight: -0.5 } },
    /control_weight must be at least 0/,
  ],
  [
    "an injected parent",
    { model_type: "upscale", execution_config: { parent_run_id: "'; drop table runs; --" } },
    /There is no run/,
  ],
])("%s is refused in one sentence, and no row is made", async (_name, input, sentence) => {
  const before = await countRuns();

  await expect(createRun(scene.ctx, { ...input })).rejects.toThrow(sentence);

  expect(await countRuns()).toBe(before);
});

test.each(["pending", "running", "failed", "cancelled"] as const)(
  "the upscale of a %s run is refused and says its status",
  async (status) => {
    const parent = await insertRun(database.db, { status });

    const asked = createRun(scene.ctx, {
      model_type: "upscale",
      execution_config: { parent_run_id: parent.id },
    });

    await expect(asked).rejects.toThrow(
      `must be completed before it can be continued, but it is ${status}`,
    );
  },
);

test("the upscale of a run without a video is refused", async () => {
  const { id } = await completed({ outputs: {} });

  const asked = createRun(scene.ctx, {
    model_type: "upscale",
    execution_config: { parent_run_id: id },
  });

  await expect(asked).rejects.toThrow(`Run ${id} has no output video.`);
});

test.each(["enhance", "upscale"])(
  "the upscale of an %s run is refused before a row exists",
  async (model_type) => {
    const { id } = await completed({ model_type });

    const asked = createRun(scene.ctx, {
      model_type: "upscale",
      execution_config: { parent_run_id: id },
    });

    await expect(asked).rejects.toThrow(/takes a completed transfer run/);
  },
);

test("an upscale belongs to its parent's prompt and reads its video", async () => {
  const parent = await completed();

  const run = await createRun(scene.ctx, {
    model_type: "upscale",
    execution_config: { parent_run_id: parent.id.slice(0, 10) },
  });

  expect(run).toMatchObject({
    parent_run_id: parent.id,
    prompt_id: parent.prompt_id,
    execution_config: { control_weight: 0.5, input_video: "runs/x/out/output.mp4" },
  });
});

test("an upscale under another prompt than its parent's is refused", async () => {
  const parent = await completed();

  const asked = createRun(scene.ctx, {
    model_type: "upscale",
    prompt_id,
    execution_config: { parent_run_id: parent.id },
  });

  await expect(asked).rejects.toThrow(`belongs to prompt ${parent.prompt_id}`);
});

test("a transfer that continues an enhance run uses the text it made", async () => {
  const enhanced = await insertPrompt(database.db, { prompt_text: "Enhanced." });
  const parent = await completed({
    model_type: "enhance",
    outputs: { enhanced_prompt_id: enhanced.id },
  });

  const run = await createRun(scene.ctx, {
    model_type: "transfer",
    execution_config: { parent_run_id: parent.id },
  });

  expect(run).toMatchObject({ prompt_id: enhanced.id, parent_run_id: parent.id });
  expect(run.execution_config.prompt_text).toBe("Enhanced.");
});

test("an idempotency key that made another run is a conflict", async () => {
  await createRun(scene.ctx, { model_type: "transfer", prompt_id, idempotency_key: "k" });

  const asked = createRun(scene.ctx, { model_type: "enhance", prompt_id, idempotency_key: "k" });

  await expect(asked).rejects.toMatchObject({ code: "conflict" });
});

test("with a known idempotency key the run that exists is returned, also at the same moment", async () => {
  const input = { model_type: "transfer", prompt_id, idempotency_key: "night-7" };

  const runs = await Promise.all(Array.from({ length: 8 }, () => createRun(scene.ctx, input)));

  expect(new Set(runs.map((run) => run.id)).size).toBe(1);
});

test("a dry run shows the run and makes none", async () => {
  const before = await countRuns();

  const run = await createRun(scene.ctx, {
    model_type: "transfer",
    prompt_id,
    children: [{ model_type: "upscale" }],
    dry_run: true,
  });

  expect(run.children?.[0]?.parent_run_id).toBe(run.id);
  expect(await countRuns()).toBe(before);
});

test("a child that is not fit leaves its parent unmade", async () => {
  const before = await countRuns();
  const children = [{ model_type: "upscale", execution_config: { control_weight: 7 } }];

  const asked = createRun(scene.ctx, { model_type: "transfer", prompt_id, children });

  await expect(asked).rejects.toThrow(/control_weight must be at most 1/);
  expect(await countRuns()).toBe(before);
});

test("a retry is a new run of the same settings with the next attempt; the old one stays", async () => {
  const old = await insertRun(database.db, { status: "failed" });

  const run = await retryRun(scene.ctx, { id: old.id });

  expect(run).toMatchObject({
    status: "pending",
    attempt: old.attempt,
    execution_config: { retry_of_run_id: old.id, num_steps: 35 },
  });
  await expect(retryRun(scene.ctx, { id: run.id })).rejects.toThrow(/only a run that has ended/);
});

test("the dry run of a retry shows the new run and makes none", async () => {
  const old = await insertRun(database.db, { status: "cancelled" });
  const before = await countRuns();

  const run = await retryRun(scene.ctx, { id: old.id, dry_run: true });

  expect(run).toMatchObject({ status: "pending", execution_config: { retry_of_run_id: old.id } });
  expect(await countRuns()).toBe(before);
});

test("a retried child continues the newest retry of its parent", async () => {
  const parent = await insertRun(database.db, { status: "failed" });
  const child = await insertRun(database.db, {
    status: "failed",
    model_type: "upscale",
    prompt_id: parent.prompt_id,
    execution_config: {
      model: "reference",
      parent_run_id: parent.id,
      input_video: `runs/${parent.id}/out/output.mp4`,
    },
  });
  const retried = await retryRun(scene.ctx, { id: parent.id });

  const run = await retryRun(scene.ctx, { id: child.id });

  expect(run).toMatchObject({
    parent_run_id: retried.id,
    execution_config: { input_video: `runs/${retried.id}/out/output.mp4` },
  });
});
