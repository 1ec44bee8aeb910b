import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { ContainerSpec, Engine } from "@/server/engine/engine";
import type { CreateRunInput } from "@/server/runs/create-run";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { insertPrompt } from "../harness/factories";
import { createScene } from "../harness/scene";
import { startTestWorker, type TestWorker } from "../harness/worker";

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
  let database: TestDatabase;
  let scene: ReturnType<typeof createScene>;
  const workers: TestWorker[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    scene = createScene(database);
  });
  afterEach(async () => {
    const all = workers.splice(0);
    for (const worker of all) await worker.stop();
    for (const { id } of (await all[0]?.engine.list()) ?? []) {
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
    /** The content of a file of a run's folder. */
    read(id: string, path: string): Buffer {
      return readFileSync(join(database.env.dataDir, "runs", id, path));
    },
  };
}
