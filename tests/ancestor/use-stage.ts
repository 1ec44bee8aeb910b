import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, vi } from "vitest";
import type { ActivityRecord } from "@/domain/records";
import { isTerminal } from "@/domain/run-status";
import { getActivity } from "@/server/activity/get-activity";
import type { ContainerSpec, Engine } from "@/server/engine/engine";
import type { CreateRunInput } from "@/server/runs/create-run";
import { getRun } from "@/server/runs/get-run";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt } from "../harness/factories";
import { createScene } from "../harness/scene";
import { waitFor } from "../harness/wait-for";
import { startTestWorker, type TestWorker } from "../harness/worker";

/** For machines that are ten times slower; here every wait ends within a second or two. */
const PATIENCE_MS = 60_000;
const echo = join(import.meta.dirname, "echo-operator.mjs");

/** For `wrapEngine`: the reference model's programs show what they were given (`echo-operator.mjs`). */
export const echoing = (engine: Engine): Engine => ({
  ...engine,
  createGated: (spec: ContainerSpec) => {
    const argv = spec.argv.map((each) => each.replace(/^.+\/(transfer|upscale)\.mjs$/, echo));
    return engine.createGated({ ...spec, argv });
  },
});

/** A database, a scene and workers for each test; nothing of them is left after it. */
export function useStage() {
  vi.setConfig({ testTimeout: 2 * PATIENCE_MS, hookTimeout: 2 * PATIENCE_MS });
  let database: TestDatabase;
  let scene: Scene;
  const workers: TestWorker[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    scene = patient(createScene(database), database.env.dataDir);
  });
  afterEach(async () => {
    const all = workers.splice(0);
    for (const worker of all) await worker.stop();
    // What cannot be reached has no containers of ours.
    for (const { id } of (await all[0]?.engine.list().catch(() => [])) ?? []) {
      await all[0]?.engine.stop(id, { intMs: 0, termMs: 0 });
      await all[0]?.engine.remove(id);
    }
    await database.drop();
  });

  return {
    get database() {
      return database;
    },
    get scene() {
      return scene;
    },
    async startWorker(options?: Parameters<typeof startTestWorker>[1]): Promise<TestWorker> {
      const worker = await startTestWorker(database, options);
      workers.push(worker);
      return worker;
    },
    /** Creates a run of a new prompt with exactly this text. */
    async submitText(prompt_text: string, options: Partial<CreateRunInput> = {}) {
      const prompt = await insertPrompt(database.db, { prompt_text });
      return scene.submit({}, { prompt_id: prompt.id, ...options });
    },
    /** Lets a program that waits (`echo-operator.mjs`) complete. */
    finish(id: string): void {
      writeFileSync(join(database.env.dataDir, "runs", id, "out", "finish"), "");
    },
    /** The activity as soon as it is as wanted. */
    activity(isWanted: (activity: ActivityRecord) => boolean): Promise<ActivityRecord> {
      const ask = async () => {
        const activity = await getActivity(scene.ctx, {});
        return isWanted(activity) && activity;
      };
      return waitFor(ask, "the activity to show it", PATIENCE_MS);
    },
    /** The content of a file of a run's folder. */
    read(id: string, path: string): Buffer {
      return readFileSync(join(database.env.dataDir, "runs", id, path));
    },
  };
}

type Scene = ReturnType<typeof createScene>;

/** The scene with longer waits. */
function patient(scene: Scene, dataDir: string): Scene {
  return {
    ...scene,
    ended: (id) =>
      waitFor(
        async () => {
          const run = await getRun(scene.ctx, id);
          return isTerminal(run.status) && run;
        },
        `run ${id} to end`,
        PATIENCE_MS,
      ),
    begun: async (id) => {
      const log = join(dataDir, "runs", id, "run.log");
      const hasSpoken = () => existsSync(log) && readFileSync(log).length > 0;
      await waitFor(hasSpoken, `run ${id} to begin`, PATIENCE_MS);
    },
  };
}
