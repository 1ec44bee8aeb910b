import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { getActivity } from "@/server/activity/get-activity";
import { createDockerHost } from "@/server/engine/docker/create-docker-host";
import { getRun } from "@/server/runs/get-run";
import { createTestDatabase, type TestDatabase } from "../harness/database";
import { createScene } from "../harness/scene";
import { waitFor } from "../harness/wait-for";
import { startTestWorker, type TestWorker } from "../harness/worker";
import { type FakeEngine, sayJson, startFakeEngine } from "./fake-engine";

let fake: FakeEngine;
let database: TestDatabase;
let scene: ReturnType<typeof createScene>;
let worker: TestWorker | undefined;

beforeEach(async () => {
  fake = await startFakeEngine();
  database = await createTestDatabase();
  scene = createScene(database);
});

/** Only when the test has said how the engine behaves. */
async function startWorker(): Promise<void> {
  worker = await startTestWorker(database, {
    makeEngine: (place) =>
      createDockerHost({
        ...{ ...place, name: "docker", address: fake.host, sharedData: "yes" },
        entryDir: resolve("assets/entry"),
        programsDir: resolve("assets/programs"),
        limits: { memoryBytes: null, pids: 1000 },
      }),
  });
}
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await fake.close();
  await database.drop();
});

/** Begins a run as its container would; returns its folder and its container. */
async function begin(id: string) {
  await startWorker();
  await waitFor(async () => (await getRun(scene.ctx, id)).container_id, "its container");
  const folder = join(database.env.dataDir, "runs", id);
  writeFileSync(join(folder, "gate.docker.1", "gate.begun"), "");
  await waitFor(
    async () => (await worker?.engine.list())?.[0]?.state === "running",
    "its program to run",
  );
  const [container] = fake.containers.values();
  if (!container) throw new Error("There is no container.");
  return { folder, container };
}

const healthOf = async () => (await getActivity(scene.ctx, {})).engines[0];

const senseless: [string, (answer: ServerResponse) => void][] = [
  ["fails", (answer) => sayJson(answer, 500, { message: "locked" })],
  ["says nothing", (answer) => void answer.writeHead(200).end()],
  ["answers with a page", (answer) => void answer.writeHead(200).end("<html>Hello</html>")],
  ["answers with something else", (answer) => sayJson(answer, 200, { message: "hello" })],
  ["breaks off", (answer) => void answer.destroy()],
];

test("an engine that will not describe itself is used all the same", async () => {
  fake.on(/^GET \/info$/, (answer) => sayJson(answer, 403, { message: "forbidden" }));
  fake.on(/^GET \/images\/json$/, (answer) => sayJson(answer, 403, { message: "forbidden" }));
  const { id } = await scene.submit();

  await begin(id);

  await waitFor(async () => (await healthOf())?.health === "healthy", "the engine to be healthy");
});

test.each(senseless)(
  "while the engine %s, nothing is concluded, and the run completes afterwards",
  async (_, misbehave) => {
    const { id } = await scene.submit();
    const { folder, container } = await begin(id);
    let isAway = true;
    fake.on(/^GET \/containers/, (answer) => {
      if (!isAway) return false;
      misbehave(answer);
      return true;
    });
    await waitFor(async () => (await healthOf())?.health === "unreachable", "it to be noticed");
    expect(await getRun(scene.ctx, id)).toMatchObject({ status: "running", error_code: null });
    expect((await getActivity(scene.ctx, {})).missing).toEqual([]);

    copyFileSync(resolve("tests/fixtures/clip.mp4"), join(folder, "out", "output.mp4"));
    container.status = "exited";
    isAway = false;

    expect(await scene.ended(id)).toMatchObject({ status: "completed", exit_code: 0 });
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ image_id: "sha256:a" });
    await waitFor(() => fake.containers.size === 0, "its container to be removed");
    await waitFor(async () => (await healthOf())?.health === "healthy", "the engine to be healthy");
  },
);

test("a run whose containers end before its program begins fails, and is not tried for ever", async () => {
  let started = 0;
  fake.on(/^POST .*\/start$/, (answer, asked) => {
    started++;
    const container = fake.containers.get(asked.url?.split("/").at(-2) ?? "");
    if (container) container.status = "exited";
    sayJson(answer, 204);
  });
  const { id } = await scene.submit();
  await startWorker();

  const run = await scene.ended(id);

  expect(run).toMatchObject({ status: "failed", error_code: "cannot_start" });
  expect(run.error_message).toContain("/bin/sh");
  await waitFor(() => fake.containers.size === 0, "its container to be removed");
  expect(started).toBeLessThan(10);
});
