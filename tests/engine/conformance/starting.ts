import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { EngineRig } from "../../engine-conformance";
import { staysTheSame } from "../eventually";
import { exited, logged, logOf, runToEnd, specOf } from "../spec-of";

const LADDER = { intMs: 150, termMs: 150 };

/** What creating, the gate and names promise. */
export function startingSuite(rig: () => EngineRig) {
  test("nothing runs before the gate opens, and then it does", async () => {
    const spec = specOf(rig(), `require("fs").writeFileSync("ran", ""); console.log("hello")`);
    const ran = join(spec.folder, "out", "ran");

    const container = await rig().engine.createGated(spec);
    expect(container).toMatchObject({ state: "gated", started_at: null, exit_code: null });
    await staysTheSame(async () => (await rig().engine.inspect(container.id))?.state);
    expect(existsSync(ran)).toBe(false);
    await rig().engine.openGate(container.id);
    await exited(rig().engine, container.id);

    expect(existsSync(ran)).toBe(true);
    expect(logOf(spec).toString()).toBe("hello\n");
  });

  test("a container carries its labels and its times", async () => {
    const spec = specOf(rig(), `setTimeout(() => {}, 50)`);
    const before = Date.now();

    const container = await runToEnd(rig().engine, spec);

    const { run_id, model_type, attempt, instance } = spec;
    expect(container).toMatchObject({ name: spec.name, run_id, model_type, attempt, instance });
    const [began, ended] = [container.started_at?.getTime(), container.finished_at?.getTime()];
    // File times may lag the clock by a tick of the kernel.
    expect(began).toBeGreaterThan(before - 20);
    expect(ended).toBeGreaterThan(Number(began) + 40);
    expect(ended).toBeLessThan(Date.now() + 20);
  });

  test("opening the gate again, also after the exit, changes nothing", async () => {
    const spec = specOf(rig(), `console.log("once")`);
    const { id } = await rig().engine.createGated(spec);

    await Promise.all([1, 2, 3].map(() => rig().engine.openGate(id)));
    const first = await exited(rig().engine, id);
    await rig().engine.openGate(id);

    expect(await rig().engine.inspect(id)).toEqual(first);
    expect(logOf(spec).toString()).toBe("once\n");
  });

  test("created twice it is one container that runs once", async () => {
    const spec = specOf(rig(), `console.log("ran"); setTimeout(() => {}, 100)`);

    const made = await Promise.all([1, 2, 3, 4].map(() => rig().engine.createGated(spec)));
    await rig().engine.openGate(made[0]?.id ?? "");
    await logged(spec, "ran");
    const whileRunning = await rig().engine.createGated(spec);
    const id = (await exited(rig().engine, whileRunning.id)).id;
    const afterwards = await rig().engine.createGated(spec);

    expect(new Set([...made, whileRunning, afterwards].map((each) => each.id))).toEqual(
      new Set([id]),
    );
    expect(afterwards.state).toBe("exited");
    expect(logOf(spec).toString()).toBe("ran\n");
  });

  test("two runs whose names clash are two containers", async () => {
    const [one, two] = [specOf(rig(), `console.log(1)`), specOf(rig(), `console.log(2)`)];
    two.name = one.name;

    const [first, second] = [await runToEnd(rig().engine, one), await runToEnd(rig().engine, two)];

    expect([first.name, second.name]).toEqual([one.name, two.fallback_name]);
    expect([logOf(one).toString(), logOf(two).toString()]).toEqual(["1\n", "2\n"]);
    expect((await rig().engine.createGated(two)).id).toBe(second.id);
  });

  test("a later attempt has a container of its own", async () => {
    const old = specOf(rig(), `process.exit(1)`);
    const { id: oldId } = await runToEnd(rig().engine, old);
    const attempts = [2, 3].map((attempt) => ({ ...old, attempt, folder: rig().newFolder() }));

    const later = await Promise.all(attempts.map((spec) => runToEnd(rig().engine, spec)));

    expect(new Set([oldId, ...later.map((each) => each.id)]).size).toBe(3);
    expect(later.map((each) => each.attempt)).toEqual([2, 3]);
    expect(await rig().engine.inspect(oldId)).toMatchObject({ attempt: 1, exit_code: 1 });
  });

  test("a name can be used again after remove; the old id stays unknown", async () => {
    const spec = specOf(rig(), "");
    const { id } = await runToEnd(rig().engine, spec);
    await rig().engine.remove(id);

    const { id: newer } = await rig().engine.createGated({ ...spec, attempt: 2 });
    await rig().engine.stop(id, LADDER);

    expect(await rig().engine.inspect(id)).toBeNull();
    expect(await rig().engine.inspect(newer)).toMatchObject({ name: spec.name, state: "gated" });
  });
}
