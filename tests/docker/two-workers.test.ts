import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { describeWithDocker } from "../harness/describe-with-docker";
import { createScene } from "../harness/scene";
import { waitFor } from "../harness/wait-for";
import { startTestWorker, type TestWorker } from "../harness/worker";
import { scriptedDocker } from "./make-scripted-engine";

describeWithDocker("two workers that both act, as neither knows of the other", ({ host }) => {
  let database: TestDatabase;
  const workers: TestWorker[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    const [first] = workers;
    for (const worker of workers.splice(0)) await worker.stop();
    for (const { id } of (await first?.engine.list()) ?? []) {
      await first?.engine.stop(id, { intMs: 0, termMs: 0 });
      await first?.engine.remove(id);
    }
    await database.drop();
  });

  test("make one container for each run and execute it once", async () => {
    const scene = createScene(database);
    const runs = [];
    for (let n = 0; n < 6; n++) runs.push(await scene.submit({ lines: 20, pause_ms: 5 }));
    const options = { makeEngine: scriptedDocker(host), slots: 2 };

    for (const start of [startTestWorker, startTestWorker]) {
      workers.push(await start(database, options));
    }

    for (const { id } of runs) {
      const run = await scene.ended(id);
      expect(run).toMatchObject({ status: "completed", error_message: null });
      expect(scene.executions(id)).toBe(1);
      expect(scene.log(run).match(/^line \d+$/gm)).toHaveLength(20);
    }
    await waitFor(
      async () => (await workers[0]?.engine.list())?.length === 0,
      "all containers to be removed",
    );
  });
});
