import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JobPlaces } from "@/domain/models/define-model";
import { CannotPrepare, prepareRun } from "@/server/worker/prepare-run";
import type { WorkerContext } from "@/server/worker/worker-context";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertRun } from "../harness/factories";
import { createScene } from "../harness/scene";

let database: TestDatabase;
let worker: WorkerContext;

const places: JobPlaces = {
  ...{ in: "/job/in", out: "/job/out", node: "node" },
  ...{ operators: "/job/operators", programs: "/job/programs" },
};

beforeAll(async () => {
  database = await createTestDatabase();
  createScene(database);
  const { db, env } = database;
  worker = { db, env, engine: { places: () => places }, instance: "test" } as never;
});
afterAll(() => database.drop());

const config = {
  ...{ prompt_text: "Rain", negative_prompt: "", input_video: "inputs/city/color.mp4" },
  ...{ weights: { vis: 0, edge: 1, depth: 0, seg: 0 }, num_steps: 35, seed: 1, guidance: 3 },
};

test("a run for a GPU model gets its spec, arguments, shared memory and image", async () => {
  const execution_config = { ...config, model: "cosmos-transfer1", gpus: 2 };
  const run = await insertRun(database.db, { execution_config });

  const spec = await prepareRun(worker, run, []);

  expect(spec).toMatchObject({
    ...{ image: "cosmos-transfer1", workdir: "/workspace", network: false, shm_bytes: 2 ** 34 },
    env: { PYTHONPATH: "/workspace", OMP_NUM_THREADS: "8" },
  });
  expect(spec.argv.slice(0, 3)).toEqual(["torchrun", "--nproc_per_node", "2"]);
  const path = join(database.env.dataDir, "runs", run.id, "in", "spec.json");
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({
    ...{ prompt: "Rain", input_video_path: "/job/in/input.mp4", fps: 12 },
    edge: { control_weight: 1 },
  });
});

test("what its model refuses once the input is known fails in the model's own words", async () => {
  const execution_config = { ...config, model: "cosmos-transfer2.5", guidance: 3.5 };
  const run = await insertRun(database.db, { execution_config });

  const preparing = prepareRun(worker, run, []);

  await expect(preparing).rejects.toBeInstanceOf(CannotPrepare);
  await expect(preparing).rejects.toThrow("whole number from 0 to 7 as guidance, not 3.5");
});
