import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import { type Engine, EngineUnreachable } from "@/server/engine/engine";
import { eventually, staysTheSame } from "../engine/eventually";
import { exited, logOf, specOf, start } from "../engine/spec-of";
import { describeWithDocker } from "../harness/describe-with-docker";
import { dockerRequest } from "../harness/docker-request";
import { makeArchiveRig, makeRemoteEngine } from "./make-archive-rig";
import { type Proxy, startProxy } from "./start-proxy";

const LONG = 60_000;
const DEAD = { intMs: 0, termMs: 0 };

describeWithDocker("a Docker host that shares no folder", ({ socket, host }) => {
  let rig: Awaited<ReturnType<typeof makeArchiveRig>>;
  let proxy: Proxy;
  let engine: Engine;
  const instance = newId();
  const following = new AbortController();
  beforeAll(async () => {
    rig = await makeArchiveRig(host);
    proxy = await startProxy(socket);
    engine = makeRemoteEngine(proxy.host, instance);
  });
  afterAll(async () => {
    following.abort();
    const direct = makeRemoteEngine(host, instance);
    for (const { id } of await direct.list()) {
      await direct.stop(id, DEAD);
      await direct.remove(id);
    }
    await proxy.stop();
    await rig.dispose();
  });
  const specFor = (source: string) => ({ ...specOf(rig, source), instance });

  test("inputs arrive as they are, and outputs come back as they were written", async () => {
    const spec = specFor(`
      const { cpSync, mkdirSync, symlinkSync, linkSync, writeFileSync } = require("fs");
      cpSync("/job/in", "copies", { recursive: true });
      mkdirSync("a/b c", { recursive: true });
      writeFileSync("a/b c/ünï ' \\n.bin", Buffer.alloc(3 << 20, 7));
      writeFileSync("empty", "");
      writeFileSync(".hidden", "h", { mode: 0o600 });
      linkSync("empty", "twin");
      symlinkSync("/etc/passwd", "link");
      symlinkSync("..", "a/up");`);
    const video = randomBytes(5 << 20);
    mkdirSync(join(spec.folder, "in", "sub"), { recursive: true });
    writeFileSync(join(spec.folder, "in", "video 'one'.mp4"), video);
    writeFileSync(join(spec.folder, "in", "sub", "empty"), "");
    writeFileSync(join(spec.folder, "elsewhere"), "linked");
    symlinkSync(join(spec.folder, "elsewhere"), join(spec.folder, "in", "link.txt"));

    const id = await start(engine, spec);
    await exited(engine, id);
    await engine.collect(id, spec.folder);

    expect(logOf(spec).toString()).toBe("");
    const out = (name: string) => readFileSync(join(spec.folder, "out", name));
    expect(out("copies/video 'one'.mp4").equals(video)).toBe(true);
    expect(out("copies/link.txt").toString()).toBe("linked");
    expect(out("a/b c/ünï ' \n.bin").equals(Buffer.alloc(3 << 20, 7))).toBe(true);
    expect([out("empty"), out("twin"), out(".hidden")].map(String)).toEqual(["", "", "h"]);
    expect(existsSync(join(spec.folder, "out", "link"))).toBe(false);
    expect(readdirSync(spec.folder).sort()).toEqual(["elsewhere", "in", "out", "run.log"]);
  });

  test(
    "many outputs over a line that is cut again and again come back whole",
    async () => {
      const spec = specFor(`
      const { writeFileSync } = require("fs");
      const { randomBytes, createHash } = require("crypto");
      for (let i = 0; i < 40; i++) {
        const bytes = randomBytes(i < 2 ? 400000 : 5000);
        writeFileSync("f" + i, bytes);
        console.log(createHash("sha256").update(bytes).digest("hex"));
      }
      for (let i = 0; i < 30000; i++) console.log("line " + i);`);
      const id = await start(engine, spec);
      await exited(engine, id);

      proxy.cutAfter(450_000);
      await eventually(
        () =>
          engine.collect(id, spec.folder).then(
            () => true,
            (error: unknown) => {
              if (error instanceof EngineUnreachable) return false;
              throw error;
            },
          ),
        4 * LONG,
      );
      proxy.cutAfter(Number.POSITIVE_INFINITY);

      expect(proxy.cuts()).toBeGreaterThan(0);
      const lines = logOf(spec).toString().split("\n");
      expect(lines.slice(40)).toEqual([
        ...Array.from({ length: 30_000 }, (_, i) => `line ${i}`),
        "",
      ]);
      for (let i = 0; i < 40; i++) {
        const bytes = readFileSync(join(spec.folder, "out", `f${i}`));
        expect(createHash("sha256").update(bytes).digest("hex")).toBe(lines[i]);
      }
      expect(readdirSync(join(spec.folder, "out"))).toHaveLength(40);
    },
    6 * LONG,
  );

  test("a log followed over a line that is cut again and again is live and whole", async () => {
    const spec = specFor(`
      let i = 0;
      process.on("SIGINT", () => { console.log("end"); process.exit(0); });
      console.log("first");
      setInterval(() => { for (let k = 0; k < 100; k++) console.log("line " + i++); }, 20);`);
    const { id } = await engine.createGated(spec);
    engine.followLog(id, spec.folder, following.signal);
    await engine.openGate(id);
    await eventually(() => logOf(spec).includes("first\n"), LONG);

    const before = proxy.cuts();
    proxy.cutAfter(20_000);
    await eventually(() => proxy.cuts() > before + 5, LONG);
    proxy.cutAfter(Number.POSITIVE_INFINITY);
    await engine.stop(id, { intMs: LONG, termMs: LONG });
    await eventually(() => logOf(spec).includes("end\n"), LONG);

    const lines = logOf(spec).toString().split("\n");
    const count = lines.length - 3;
    expect(count).toBeGreaterThan(100);
    const expected = Array.from({ length: count }, (_, i) => `line ${i}`);
    expect(lines).toEqual(["first", ...expected, "end", ""]);
  });

  test("the log says so when its container was removed by others", async () => {
    const spec = specFor(`process.stdout.write("half a line"); setInterval(() => {}, 1000)`);
    const { id } = await engine.createGated(spec);
    engine.followLog(id, spec.folder, following.signal);
    await engine.openGate(id);
    await eventually(() => logOf(spec).includes("half a line"), LONG);

    await dockerRequest(socket, { method: "DELETE", path: `/containers/${id}?force=1&v=1` });

    await eventually(() => logOf(spec).includes("[cosmos]"), LONG);
    await engine.collect(id, spec.folder);
    expect(logOf(spec).toString()).toMatch(
      /^half a line\n\[cosmos\] The log ends here, after 11 bytes: .+\n$/,
    );
  });

  test("the log of a container that was removed when all of it was here stays as it is", async () => {
    const spec = specFor(`console.log("all")`);
    const id = await start(engine, spec);
    await exited(engine, id);
    await engine.collect(id, spec.folder);
    await engine.remove(id);

    engine.followLog(id, spec.folder, following.signal);

    expect(await staysTheSame(() => logOf(spec).toString())).toBe("all\n");
  });

  test("a later attempt's log comes behind what the earlier one left", async () => {
    const spec = specFor(`console.log("second")`);
    writeFileSync(join(spec.folder, "run.log"), "first\n");

    const id = await start(engine, spec);
    await exited(engine, id);
    await engine.collect(id, spec.folder);

    expect(logOf(spec).toString()).toBe("first\nsecond\n");
  });

  test("outputs come back from an image that cannot hash them, too", async () => {
    const spec = specFor(`
      const { mkdirSync, rmSync, symlinkSync, writeFileSync } = require("fs");
      rmSync("/job/entry/list-outputs.sh");
      mkdirSync("sub");
      writeFileSync("sub/a", Buffer.alloc(2 << 20, 5));
      symlinkSync("/etc", "etc");
      writeFileSync("b", "b");`);
    const id = await start(engine, spec);
    await exited(engine, id);

    await engine.collect(id, spec.folder);
    await engine.collect(id, spec.folder);

    expect(readdirSync(join(spec.folder, "out")).sort()).toEqual(["b", "sub"]);
    const bytes = readFileSync(join(spec.folder, "out", "sub", "a"));
    expect(bytes.equals(Buffer.alloc(2 << 20, 5))).toBe(true);
  });

  test("a program does not begin with an input that is not what was sent", () => {
    const folder = rig.newFolder();
    mkdirSync(join(folder, "entry"));
    cpSync("assets/entry/checked-entry.sh", join(folder, "entry/entry.sh"));
    cpSync("assets/entry/entry.sh", join(folder, "entry/gated-entry.sh"));
    const [input, log] = [join(folder, "input"), join(folder, "run.log")];
    writeFileSync(input, "sent");
    const hash = createHash("sha256").update("sent").digest("hex");
    writeFileSync(join(folder, "entry/inputs.sha256"), `${hash}  ${input}\n`);
    writeFileSync(join(folder, "gate"), "");
    const run = () => {
      const args = [join(folder, "entry/entry.sh"), join(folder, "gate"), log, "--"];
      return spawnSync("/bin/sh", [...args, "echo", "ran"]).status;
    };

    expect(run()).toBe(0);
    writeFileSync(input, "damaged");
    rmSync(join(folder, "gate.begun"));
    expect(run()).toBe(127);

    expect(readFileSync(log, "utf8")).toBe("ran\n[cosmos] The inputs did not arrive whole.\n");
  });
});
