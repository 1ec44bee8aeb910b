import { afterAll, beforeAll, expect, test } from "vitest";
import { parseEnv } from "@/env";
import { createEngines } from "@/server/worker/create-engines";
import { describeWithDocker } from "../harness/describe-with-docker";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { testImage } from "../harness/test-image";

describeWithDocker("what a Docker host says of itself", ({ host }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test("it names the images that it has and those that it lacks", async () => {
    const { dataDir, root } = database.env;
    const env = parseEnv({
      COSMOS_DATA_DIR: dataDir,
      COSMOS_ROOT: root,
      COSMOS_ENGINE: "docker",
      DOCKER_HOST: host,
      COSMOS_IMAGE_REFERENCE: testImage,
      COSMOS_IMAGE_COSMOS_TRANSFER1: "no-such-image",
    });
    const [engine] = createEngines(env, "doctor");
    expect(await engine?.describe()).toMatchObject({
      kind: "Docker",
      images: { reference: expect.stringMatching(/^sha256:/), "cosmos-transfer1": null },
    });
  });
});
