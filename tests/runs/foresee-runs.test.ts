import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as schema from "@/server/db/schema";
import { foreseeRuns } from "@/server/runs/foresee-runs";
import { listRuns } from "@/server/runs/list-runs";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt, insertRun } from "../harness/factories";
import { createScene } from "../harness/scene";

const shape = { width: 1920, height: 1080, fps: 24, frames: 120 };
let database: TestDatabase;
let scene: ReturnType<typeof createScene>;
let prompt_id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  scene = createScene(database);
  const folder = join(database.env.dataDir, "inputs", "measured");
  mkdirSync(folder, { recursive: true });
  const media = { ...shape, duration_seconds: 5, codec: "avc" };
  const file = { kind: "video", file: "color.mp4", bytes: 1, sha256: "0", media };
  const manifest = { created_at: new Date().toISOString(), files: [file] };
  writeFileSync(join(folder, "input.json"), JSON.stringify(manifest));
  const inputs = { video: "inputs/measured/color.mp4" };
  prompt_id = (await insertPrompt(database.db, { input_name: "measured", inputs })).id;
});
afterAll(() => database.drop());

test("without like runs the time is not known, and with them it is their median", async () => {
  const asked = { model_type: "transfer", prompt_ids: [prompt_id] };
  const before = await foreseeRuns(scene.ctx, asked);
  for (const seconds of [40, 50, 90]) {
    const started_at = new Date("2026-01-01T00:00:00Z");
    const ended = new Date(started_at.getTime() + seconds * 1000);
    const times = { started_at, exited_at: ended, completed_at: ended };
    await insertRun(database.db, { status: "completed", outputs: shape, ...times });
  }
  const after = await foreseeRuns(scene.ctx, asked);
  const slower = await foreseeRuns(scene.ctx, { ...asked, execution_config: { num_steps: 99 } });

  expect(before.runs).toMatchObject([{ refusal: null, usual_seconds: null, run_count: 1 }]);
  expect(after.runs).toMatchObject([
    { usual_seconds: 50, forecast: { output: { width: 1280, height: 720, frames: 120 } } },
  ]);
  expect(slower.runs).toMatchObject([{ usual_seconds: null }]);
});

test("a prompt that is refused is told from the others, and nothing is made", async () => {
  const { items: before } = await listRuns(scene.ctx, { limit: 200 });
  const foresight = await foreseeRuns(scene.ctx, {
    model_type: "transfer",
    prompt_ids: [prompt_id, "nothinghere0"],
    then: ["upscale"],
  });

  expect(foresight.runs).toMatchObject([
    { prompt_name: "City drive", refusal: null, run_count: 2 },
    { refusal: 'There is no prompt "nothinghere0".', run_count: 0 },
  ]);
  expect((await listRuns(scene.ctx, { limit: 200 })).items).toHaveLength(before.length);
});

test("many prompts cost the database no more statements than two", async () => {
  let statements = 0;
  const logger = { logQuery: () => void statements++ };
  const db = drizzle({ client: database.sql, schema, logger });
  const ids: string[] = [];
  for (let index = 0; index < 12; index++) ids.push((await insertPrompt(database.db)).id);
  const foresee = async (prompt_ids: string[]) => {
    statements = 0;
    const asked = { model_type: "transfer", prompt_ids, then: ["upscale"] };
    const { runs } = await foreseeRuns({ ...scene.ctx, db }, asked);
    expect(runs.map(({ refusal }) => refusal)).toEqual(prompt_ids.map(() => null));
    return statements;
  };

  const [few, many] = [await foresee(ids.slice(0, 2)), await foresee(ids)];

  expect(few).toBeGreaterThan(0);
  expect(many).toBe(few);
});

test("a setting that is not allowed is refused by its name in the form", async () => {
  const { runs } = await foreseeRuns(scene.ctx, {
    model_type: "transfer",
    prompt_ids: [prompt_id],
    execution_config: { num_steps: 0 },
  });

  expect(runs[0]?.refusal).toBe("num_steps must be at least 1 (got 0).");
});
