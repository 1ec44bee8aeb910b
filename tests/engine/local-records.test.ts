import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EngineUnreachable } from "@/server/engine/engine";
import { containerFiles } from "@/server/engine/local/container-files";
import { createLocalEngine } from "@/server/engine/local/create-local-engine";
import { entryDir, makeLocalRig } from "./make-local-rig";
import { exited, logged, logOf, specOf, start } from "./spec-of";

let rig: Awaited<ReturnType<typeof makeLocalRig>>;
let bystander: ChildProcess;
beforeAll(async () => {
  rig = await makeLocalRig();
  bystander = spawn("sleep", ["600"]);
  await once(bystander, "spawn");
});
afterAll(async () => {
  bystander.kill("SIGKILL");
  for (const { id } of await rig.engine.list()) {
    await rig.engine.stop(id, { intMs: 0, termMs: 0 });
  }
  await rig.dispose();
});

const recordFolder = (name: string) => join(rig.dataDir, "engine", "local", name);
const filesOf = (name: string) => containerFiles(recordFolder(name));

/** Rewrites a record as if its supervisor and program had died and `pid` were somebody else's now. */
async function forge(births: (own: string) => string) {
  const spec = specOf(rig, "");
  const id = await start(rig.engine, spec);
  await exited(rig.engine, id);
  const { started, begun, exitCode } = filesOf(spec.name);
  rmSync(exitCode);
  for (const path of [started(1), begun]) {
    writeFileSync(path, births(readFileSync(path, "utf8")));
  }
  return id;
}

test("a recycled pid is neither adopted nor killed", async () => {
  const id = await forge((own) => own.replace(/^\d+/, String(bystander.pid)));

  expect(await rig.engine.inspect(id)).toMatchObject({ state: "exited", exit_code: null });
  await rig.engine.stop(id, { intMs: 50, termMs: 50 });
  await rig.engine.remove(id);

  expect(process.kill(Number(bystander.pid), 0)).toBe(true);
  expect(bystander.signalCode).toBeNull();
});

test.runIf(process.platform === "linux")(
  "the same pid and start time in another boot is another process",
  async () => {
    const stat = readFileSync(`/proc/${bystander.pid}/stat`, "utf8");
    const id = await forge(() => `${bystander.pid}\n${stat}another-boot\n`);

    expect(await rig.engine.inspect(id)).toMatchObject({ state: "exited", exit_code: null });
    await rig.engine.stop(id, { intMs: 50, termMs: 50 });

    expect(bystander.signalCode).toBeNull();
  },
);

test("records that cannot be read are left out of the list and of everyone's way", async () => {
  const broken = ["cut", "empty", "foreign"];
  for (const name of broken) mkdirSync(recordFolder(name), { recursive: true });
  writeFileSync(filesOf("cut").record, `{"id": "cut.1", "na`);
  writeFileSync(filesOf("empty").record, "");
  writeFileSync(recordFolder("file"), "not a folder");
  const spec = { ...specOf(rig, "console.log(1)"), name: "cut" };

  const id = await start(rig.engine, spec);

  expect(await exited(rig.engine, id)).toMatchObject({ name: spec.fallback_name, exit_code: 0 });
  const names = (await rig.engine.list()).map((each) => each.name);
  expect(names).toContain(spec.fallback_name);
  expect(names.filter((name) => [...broken, "file"].includes(name))).toEqual([]);
});

test("a data folder that has gone is unreachable, not empty", async () => {
  const lost = await makeLocalRig();
  const { id } = await lost.engine.createGated(specOf(lost, ""));
  await lost.engine.stop(id, { intMs: 50, termMs: 50 });

  await lost.dispose();

  await expect(lost.engine.list()).rejects.toThrow(EngineUnreachable);
  await expect(lost.engine.inspect(id)).rejects.toThrow(EngineUnreachable);
});

test.runIf(process.platform === "linux")("waiting for the gate takes no CPU time", async () => {
  const spec = specOf(rig, "");
  const { id } = await rig.engine.createGated(spec);
  const supervisor = Number.parseInt(readFileSync(filesOf(spec.name).started(1), "utf8"), 10);
  const entries = `/proc/${supervisor}/task/${supervisor}/children`;
  const ticks = () =>
    [supervisor, ...readFileSync(entries, "utf8").trim().split(" ")].map((pid) => {
      const [, user, system] =
        /\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
      return Number(user) + Number(system);
    });
  await pause(100);
  const before = ticks();

  await pause(500);

  expect(before.length).toBe(2);
  expect(ticks()).toEqual(before);
  await rig.engine.stop(id, { intMs: 1_000, termMs: 50 });
});

test.runIf(canMount())("a full disk loses no exit code", async () => {
  const dataDir = join(rig.dataDir, "small");
  mkdirSync(dataDir);
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", dataDir]);
  try {
    const engine = createLocalEngine({
      dataDir,
      entryDir,
      nodePath: process.execPath,
      operatorsDir: dataDir,
      env: process.env,
    });
    const spec = { ...specOf(rig, ""), folder: join(dataDir, "run") };
    spec.argv = ["/bin/sh", "-c", "echo up; yes >filler; read -r _; exit 7"];
    const { id } = await engine.createGated(spec);
    await engine.openGate(id);

    expect(await exited(engine, id)).toMatchObject({ exit_code: 7 });
    expect(readFileSync(join(spec.folder, "run.log"), "utf8")).toMatch(/^up\n/);
    const next = { ...specOf(rig, ""), folder: join(dataDir, "run") };
    await expect(engine.createGated(next)).rejects.toThrow();
    expect((await engine.list()).map((each) => each.id)).toEqual([id]);
  } finally {
    // Lazily: the supervisor may still be on its way out of there.
    execFileSync("umount", ["-l", dataDir]);
  }
});

test("a program's temporary files go when its container is removed", async () => {
  const spec = specOf(
    rig,
    `require("fs").writeFileSync(process.env.TMPDIR + "/x", "");
    console.log(process.env.TMPDIR)`,
  );
  const id = await start(rig.engine, spec);
  await logged(spec, "\n");
  const { tmp } = filesOf(spec.name);
  await exited(rig.engine, id);

  await rig.engine.remove(id);

  expect(logOf(spec).toString().trim()).toBe(tmp);
  expect(() => readFileSync(join(tmp, "x"))).toThrow();
});

function canMount() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    execFileSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
