import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { EngineRig } from "../../engine-conformance";
import { staysTheSame } from "../eventually";
import { logged, logOf, runToEnd, specOf, start } from "../spec-of";

const LADDER = { intMs: 150, termMs: 150 };

/** What stop and remove promise. */
export function stoppingSuite(rig: () => EngineRig) {
  test("stop ends a program that ignores INT and TERM, with what it forked", async () => {
    const deaf = `for (const s of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(s, () => {});
      setInterval(() => process.stdout.write("."), 10);`;
    const source = `${deaf}
      const { spawn } = require("child_process");
      for (const detached of [false, true])
        spawn(process.execPath, ["-e", ${JSON.stringify(deaf)}], { detached, stdio: "inherit" });
      console.log("up");`;
    const spec = specOf(rig(), source);
    const id = await start(rig().engine, spec);
    await logged(spec, "up");

    await rig().engine.stop(id, LADDER);

    const size = await staysTheSame(() => statSync(join(spec.folder, "run.log")).size);
    expect(size).toBeGreaterThan(0);
    expect(await rig().engine.inspect(id)).toMatchObject({ state: "exited", exit_code: 137 });
  });

  test("stop lets a program that heeds INT finish, and keeps its exit code", async () => {
    const source = `setInterval(() => {}, 1000);
      process.on("SIGINT", () => { console.log("tidying"); process.exit(9); }); console.log("up");`;
    const spec = specOf(rig(), source);
    const id = await start(rig().engine, spec);
    await logged(spec, "up");

    await rig().engine.stop(id, { intMs: 10_000, termMs: 10_000 });

    expect(await rig().engine.inspect(id)).toMatchObject({ state: "exited", exit_code: 9 });
    expect(logOf(spec).toString()).toBe("up\ntidying\n");
  });

  test("a stopped gated container never runs", async () => {
    const spec = specOf(rig(), `console.log("ran")`);
    const { id } = await rig().engine.createGated(spec);

    await rig().engine.stop(id, LADDER);
    await rig().engine.openGate(id);
    const again = await rig().engine.createGated(spec);

    expect(again).toMatchObject({ id, state: "exited", started_at: null });
    expect(logOf(spec).toString()).toBe("");
  });

  test("stop and remove of what has ended or is unknown are no errors", async () => {
    const { id } = await runToEnd(rig().engine, specOf(rig(), "process.exit(4)"));

    await rig().engine.stop(id, LADDER);
    expect((await rig().engine.inspect(id))?.exit_code).toBe(4);
    await rig().engine.remove(id);
    await rig().engine.remove(id);
    await rig().engine.stop(id, LADDER);

    expect(await rig().engine.inspect(id)).toBeNull();
    expect((await rig().engine.list()).some((each) => each.id === id)).toBe(false);
  });

  test("remove refuses what is gated or running", async () => {
    const spec = specOf(rig(), `setInterval(() => {}, 1000)`);
    const { id } = await rig().engine.createGated(spec);

    await expect(rig().engine.remove(id)).rejects.toThrow();
    await rig().engine.openGate(id);
    await expect(rig().engine.remove(id)).rejects.toThrow();
    await rig().engine.stop(id, LADDER);
    await rig().engine.remove(id);

    expect(await rig().engine.inspect(id)).toBeNull();
  });
}
