import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MediaFacts } from "@/domain/records";
import { createRun } from "@/server/runs/create-run";
import { listRuns } from "@/server/runs/list-runs";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt, insertRun } from "../harness/factories";
import { createScene } from "../harness/scene";

let database: TestDatabase;
let scene: ReturnType<typeof createScene>;

beforeAll(async () => {
  database = await createTestDatabase();
  scene = createScene(database);
});
afterAll(() => database.drop());

const media = (frames: number): MediaFacts => ({
  ...{ width: 1920, height: 1080, fps: 24, frames, duration_seconds: frames / 24, codec: "avc" },
});

/** A prompt on an input folder whose video is noted to have so many frames. */
async function promptWith(frames: number): Promise<string> {
  const input_name = `frames-${frames}`;
  const folder = join(database.env.dataDir, "inputs", input_name);
  mkdirSync(folder, { recursive: true });
  const file = { kind: "video", file: "color.mp4", bytes: 1, sha256: "0", media: media(frames) };
  const manifest = { created_at: new Date().toISOString(), files: [file] };
  writeFileSync(join(folder, "input.json"), JSON.stringify(manifest));
  const inputs = { video: `inputs/${input_name}/color.mp4` };
  return (await insertPrompt(database.db, { input_name, inputs })).id;
}

const transferred = (frames: number) =>
  insertRun(database.db, {
    status: "completed",
    outputs: { output_path: "runs/x/out/output.mp4", ...media(frames), width: 1280, height: 704 },
  });

test("a dry run says what the video will measure, and that of the run that continues it", async () => {
  const run = await createRun(scene.ctx, {
    model_type: "transfer",
    prompt_id: await promptWith(121),
    execution_config: { model: "cosmos-transfer1" },
    children: [{ model_type: "upscale", execution_config: { model: "cosmos-transfer1" } }],
    dry_run: true,
  });

  const first = { width: 1280, height: 704, frames: 121, fps: 24 };
  expect(run.forecast).toEqual({
    input: { width: 1920, height: 1080, frames: 121, fps: 24 },
    output: first,
  });
  expect(run.children).toMatchObject([
    { forecast: { input: first, output: { ...first, width: 3840, height: 2112 } } },
  ]);
});

test("a run that was made carries no forecast, and nothing is foretold of an unknown input", async () => {
  const made = await createRun(scene.ctx, {
    model_type: "transfer",
    prompt_id: await promptWith(30),
  });
  const unknown = await createRun(scene.ctx, {
    model_type: "transfer",
    prompt_id: (await insertPrompt(database.db)).id,
    dry_run: true,
  });

  expect(made).not.toHaveProperty("forecast");
  expect(made.execution_config).not.toHaveProperty("forecast");
  expect(unknown.forecast).toBeNull();
});

test("an upscale's forecast goes by the video of the run that it continues", async () => {
  const parent = await transferred(121);

  const run = await createRun(scene.ctx, {
    model_type: "upscale",
    execution_config: { parent_run_id: parent.id },
    dry_run: true,
  });

  expect(run.forecast?.output).toEqual({ width: 2560, height: 1408, frames: 121, fps: 24 });
});

test("an upscale of more than 121 frames with Transfer 1 is refused before a row exists", async () => {
  const parent = await transferred(122);

  const asked = createRun(scene.ctx, {
    model_type: "upscale",
    execution_config: { parent_run_id: parent.id, model: "cosmos-transfer1" },
  });

  await expect(asked).rejects.toThrow(/has 122 frames: this model upscales at most 121/);
  expect((await listRuns(scene.ctx, { parent_run_id: parent.id })).items).toEqual([]);
});

test("a transfer whose upscale would be too long is refused with it", async () => {
  const prompt_id = await promptWith(300);

  const asked = createRun(scene.ctx, {
    model_type: "transfer",
    prompt_id,
    execution_config: { model: "cosmos-transfer1" },
    children: [{ model_type: "upscale", execution_config: { model: "cosmos-transfer1" } }],
  });

  await expect(asked).rejects.toThrow(/upscales at most 121/);
  expect((await listRuns(scene.ctx, { prompt_id })).items).toEqual([]);
});

test.each([
  ["transfer", "cosmos-transfer1"],
  ["enhance", "pixtral"],
])("a %s with %s of a single picture is refused", async (model_type, model) => {
  const prompt_id = await promptWith(1);

  const asked = createRun(scene.ctx, { model_type, prompt_id, execution_config: { model } });

  await expect(asked).rejects.toThrow("The input video has 1 frame: this model needs at least 2.");
});

test.each([
  [{ model: "cosmos-transfer2.5", guidance: 3.5 }, /whole number from 0 to 7 as guidance, not 3.5/],
  [{ model: "cosmos-transfer2.5", guidance: 8 }, /whole number from 0 to 7 as guidance, not 8/],
  [{ model: "cosmos-transfer1", distilled: true }, /knows edges only/],
])("a transfer with %j is refused", async (execution_config, words) => {
  const prompt_id = await promptWith(30);

  const asked = createRun(scene.ctx, { model_type: "transfer", prompt_id, execution_config });

  await expect(asked).rejects.toThrow(words);
});
