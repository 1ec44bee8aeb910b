import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { containerFiles } from "@/server/engine/local/container-files";
import { eventually } from "./eventually";
import { makeLocalRig } from "./make-local-rig";
import { spawnStarter } from "./spawn-starter";
import { exited, logged, logOf, specOf, start } from "./spec-of";

let rig: Awaited<ReturnType<typeof makeLocalRig>>;
beforeAll(async () => {
  rig = await makeLocalRig();
});
afterAll(async () => {
  for (const { id } of await rig.engine.list()) {
    await rig.engine.stop(id, { intMs: 0, termMs: 0 });
  }
  await rig.dispose();
});

const filesOf = (name: string) => containerFiles(join(rig.dataDir, "engine", "local", name));
const pidIn = (path: string) => Number.parseInt(readFileSync(path, "utf8"), 10);
const supervisorOf = (name: string) => pidIn(filesOf(name).started(1));
const untilKilled = "setInterval(() => {}, 1000); console.log('up')";

test("kill -9 of the starter leaves the program running and its exit code readable", async () => {
  const spec = specOf(
    rig,
    `console.log("up"); process.on("SIGUSR2", () => { console.log("end"); process.exit(42); });
     setInterval(() => {}, 1000)`,
  );
  const starter = await spawnStarter(rig.dataDir);
  starter.ask(spec, true);
  const id = await starter.answer();
  await logged(spec, "up");

  await starter.kill();

  expect(await rig.engine.inspect(id)).toMatchObject({ state: "running" });
  process.kill(pidIn(filesOf(spec.name).begun), "SIGUSR2");
  expect(await exited(rig.engine, id)).toMatchObject({ exit_code: 42 });
  expect(logOf(spec).toString()).toBe("up\nend\n");
});

test("a container whose starter was killed can be opened and stopped by another engine", async () => {
  const spec = specOf(rig, untilKilled);
  const starter = await spawnStarter(rig.dataDir);
  starter.ask(spec, false);
  const id = await starter.answer();
  await starter.kill();

  expect(await rig.engine.inspect(id)).toMatchObject({ state: "gated" });
  await rig.engine.openGate(id);
  await logged(spec, "up");
  await rig.engine.stop(id, { intMs: 5_000, termMs: 5_000 });

  expect(await rig.engine.inspect(id)).toMatchObject({ state: "exited", exit_code: 130 });
});

test("a starter killed at any moment never makes a run run twice or get lost", async () => {
  for (let round = 0; round < 25; round++) {
    const spec = specOf(rig, "");
    spec.argv = ["/bin/sh", "-c", "echo ran; exit 3"];
    const starter = await spawnStarter(rig.dataDir);
    starter.ask(spec, true);
    await pause(randomInt(20));
    await starter.kill();

    const id = await start(rig.engine, spec);

    expect(await exited(rig.engine, id)).toMatchObject({ exit_code: 3 });
    expect(logOf(spec).toString()).toBe("ran\n");
  }
});

test("two processes that ask at the same moment get one container that runs once", async () => {
  const starters = await Promise.all([spawnStarter(rig.dataDir), spawnStarter(rig.dataDir)]);
  for (let round = 0; round < 30; round++) {
    const spec = specOf(rig, "");
    spec.argv = ["/bin/sh", "-c", "echo ran; exit 3"];

    for (const starter of starters) starter.ask(spec, true);
    const ids = await Promise.all(starters.map((starter) => starter.answer()));

    expect(ids[0]).toBe(ids[1]);
    expect(await exited(rig.engine, String(ids[0]))).toMatchObject({ exit_code: 3 });
    expect(logOf(spec).toString()).toBe("ran\n");
  }
  await Promise.all(starters.map((starter) => starter.kill()));
});

test("a killed supervisor: the program goes on, can be stopped, its exit code is unknown", async () => {
  const spec = specOf(rig, untilKilled);
  const id = await start(rig.engine, spec);
  await logged(spec, "up");

  process.kill(supervisorOf(spec.name), "SIGKILL");

  expect(await rig.engine.inspect(id)).toMatchObject({ state: "running" });
  await expect(rig.engine.remove(id)).rejects.toThrow("stop it first");
  await rig.engine.stop(id, { intMs: 5_000, termMs: 5_000 });
  expect(await rig.engine.inspect(id)).toMatchObject({ state: "exited", exit_code: null });
});

test("a killed supervisor of a gated container: nothing ran, so it can be started again", async () => {
  const spec = specOf(rig, "console.log('ran')");
  const { id } = await rig.engine.createGated(spec);

  process.kill(supervisorOf(spec.name), "SIGKILL");

  await eventually(async () => (await rig.engine.inspect(id))?.state === "created");
  expect(await rig.engine.createGated(spec)).toMatchObject({ id, state: "gated" });
  await rig.engine.openGate(id);
  expect(await exited(rig.engine, id)).toMatchObject({ exit_code: 0 });
  expect(logOf(spec).toString()).toBe("ran\n");
});

test("a container that was never started is never started after a stop", async () => {
  const spec = specOf(rig, "console.log('ran')");
  const { id } = await rig.engine.createGated(spec);
  process.kill(supervisorOf(spec.name), "SIGKILL");

  await rig.engine.stop(id, { intMs: 100, termMs: 100 });

  expect(await rig.engine.createGated(spec)).toMatchObject({ id, state: "exited" });
  expect(logOf(spec).toString()).toBe("");
});
