import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseEnv } from "@/env";
import type { Engine } from "@/server/engine/engine";
import { createEngines } from "@/server/worker/create-engines";
import type { EngineRig } from "../engine-conformance";
import { logOf, runToEnd, specOf } from "../engine/spec-of";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { describeWithDocker } from "../harness/describe-with-docker";
import { testImage } from "../harness/test-image";

const instance = "engines-of-settings";

describeWithDocker("the engine that the settings name", ({ host }) => {
  let database: TestDatabase;
  let engine: Engine;
  beforeAll(async () => {
    database = await createTestDatabase();
    const { dataDir, root } = database.env;
    const env = parseEnv({
      COSMOS_DATA_DIR: dataDir,
      COSMOS_ROOT: root,
      COSMOS_ENGINE: "docker",
      DOCKER_HOST: host,
      COSMOS_IMAGE_REFERENCE: testImage,
      COSMOS_IMAGE_COSMOS_TRANSFER1: "no-such-image",
    });
    const [made] = createEngines(env, instance);
    if (!made) throw new Error("No engine was made.");
    engine = made;
  });
  afterAll(async () => {
    for (const { id } of await engine.list()) await engine.remove(id);
    await database.drop();
  });

  test("names the images that its host has and those that it lacks", async () => {
    expect(await engine.describe()).toMatchObject({
      kind: "Docker",
      images: { reference: expect.stringMatching(/^sha256:/), "cosmos-transfer1": null },
    });
  });

  test("needs nothing of its host but Docker and the data folder", async () => {
    const { dataDir } = database.env;
    const folder = join(dataDir, "runs", "one");
    mkdirSync(join(folder, "out"), { recursive: true });
    const rig: EngineRig = {
      engine,
      instance,
      again: () => engine,
      stranger: () => ({ engine, instance }),
      newFolder: () => folder,
      image: testImage,
      dispose: async () => {},
    };
    const source = "console.log(require('fs').readFileSync('/proc/self/mountinfo', 'utf8'))";
    const spec = specOf(rig, source);

    const { exit_code } = await runToEnd(engine, spec);

    const mounts = logOf(spec)
      .toString()
      .split("\n")
      .filter((line) => line.includes(" /job/"));
    expect(exit_code, logOf(spec).toString()).toBe(0);
    expect(mounts.length).toBeGreaterThan(3);
    for (const mount of mounts) expect(mount).toContain(basename(dataDir));
  });
});
