import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { EngineRig } from "../../engine-conformance";
import { staysTheSame } from "../eventually";
import { logOf, runToEnd, specOf } from "../spec-of";

/** What a program meets, and what is kept of it. */
export function programSuite(rig: () => EngineRig) {
  test("arguments arrive unchanged, whatever a shell would make of them", async () => {
    const args = ["", " ", "a  b", `'"`, "; exit 3", "$(id)", "`id`", "$HOME", "*", "~", "a\nb\n"];
    args.push("-n", "--", "-e", "\\n", "&& false", "> x", "ünï✓", "!", "#", "{a,b}", "");
    const spec = specOf(rig(), `console.log(JSON.stringify(process.argv.slice(1)))`, args);

    await runToEnd(rig().engine, spec);

    expect(JSON.parse(logOf(spec).toString())).toEqual(args);
  });

  test("the program sees its own environment and nothing of ours", async () => {
    const spec = specOf(rig(), `console.log(JSON.stringify([process.cwd(), process.env]))`);
    spec.env = { GREETING: "a 'b' $c\nd", gate: "x", LOG: "y" };

    await runToEnd(rig().engine, spec);

    const [cwd, env] = JSON.parse(logOf(spec).toString());
    expect(cwd).toBe(rig().engine.places(spec.folder).out);
    expect(env).toMatchObject(spec.env);
    const common = ["PATH", "HOME", "LANG", "TMPDIR", "HOSTNAME", "PWD", "OLDPWD", "SHLVL", "_"];
    const leaked = Object.keys(process.env).filter((key) => !common.includes(key) && key in env);
    expect(leaked).toEqual([]);
  });

  test("the log holds every byte of both streams in order", async () => {
    const source = `
      const { writeSync } = require("fs");
      const all = (fd, bytes) => { for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at); };
      for (let i = 0; i < 2000; i++) all(1 + (i % 2), Buffer.from("line " + i + "\\n"));
      for (let i = 0; i <= 100; i++) all(2, Buffer.from("\\r" + i + " %"));
      all(1, Buffer.alloc(10 << 20, "x"));
      all(1, Buffer.from("\\n"));
      for (const byte of Buffer.from("é✓😀")) all(1, Buffer.from([byte]));
      all(2, Buffer.from([0, 255, 13, 10]));
      all(1, Buffer.from("no newline at the end"));`;
    const spec = specOf(rig(), source);

    await runToEnd(rig().engine, spec);

    const lines = Array.from({ length: 2000 }, (_, i) => `line ${i}\n`).join("");
    const bar = Array.from({ length: 101 }, (_, i) => `\r${i} %`).join("");
    const head = Buffer.from(`${lines}${bar}${"x".repeat(10 << 20)}\né✓😀`);
    const tail = [Buffer.from([0, 255, 13, 10]), Buffer.from("no newline at the end")];
    expect(logOf(spec).equals(Buffer.concat([head, ...tail]))).toBe(true);
  });

  test.each([
    ["0", "process.exit(0)", 0],
    ["1", "process.exit(1)", 1],
    ["77", "process.exit(77)", 77],
    ["of a program that killed itself", `process.kill(process.pid, "SIGKILL")`, 137],
    ["of a program that aborted", "process.abort()", 134],
    ["of a program killed with its group", `process.kill(-process.pid, "SIGKILL")`, 137],
  ])("exit code %s is kept", async (_, source, code) => {
    expect((await runToEnd(rig().engine, specOf(rig(), source))).exit_code).toBe(code);
  });

  test("a missing program exits with 127 and says so in the log", async () => {
    const spec = specOf(rig(), "");
    spec.argv = ["/nowhere/program", "argument"];

    const container = await runToEnd(rig().engine, spec);

    expect(container.exit_code).toBe(127);
    expect(logOf(spec).toString()).toContain("/nowhere/program");
  });

  test("what a program leaves in the background ends with it", async () => {
    const ticker = `setInterval(() => process.stdout.write("."), 10)`;
    const source = `
      const tick = ${JSON.stringify(ticker)};
      require("child_process").spawn(process.execPath, ["-e", tick], { stdio: "inherit" }).unref();
      setTimeout(() => process.exit(3), 400);`;
    const spec = specOf(rig(), source);

    const container = await runToEnd(rig().engine, spec);

    expect(container.exit_code).toBe(3);
    await staysTheSame(() => statSync(join(spec.folder, "run.log")).size);
  });
}
