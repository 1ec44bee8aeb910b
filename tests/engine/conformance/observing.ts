import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { EngineRig } from "../../engine-conformance";
import { eventually } from "../eventually";
import { exited, runToEnd, specOf, start } from "../spec-of";

const LADDER = { intMs: 150, termMs: 150 };

/** What whoever looks at the containers sees. */
export function observingSuite(rig: () => EngineRig) {
  test("the list shows every state, and nothing of another installation", async () => {
    const gated = await rig().engine.createGated(specOf(rig(), ""));
    const running = await start(rig().engine, specOf(rig(), `setInterval(() => {}, 1000)`));
    const ended = await runToEnd(rig().engine, specOf(rig(), ""));
    const stranger = rig().stranger();
    const foreign = { ...specOf(rig(), ""), instance: stranger.instance };
    const { id: foreignId } = await stranger.engine.createGated(foreign);

    const list = await rig().engine.list();

    const states = new Map(list.map((each) => [each.id, each.state]));
    const ours = [gated.id, running, ended.id].map((id) => states.get(id));
    expect(ours).toEqual(["gated", "running", "exited"]);
    expect(states.has(foreignId)).toBe(false);
    await stranger.engine.stop(foreignId, LADDER);
  });

  test.each(["", "..", "nothing", "a.b", "../../etc.passwd", randomBytes(32).toString("hex")])(
    "there is no container %j",
    async (id) => {
      expect(await rig().engine.inspect(id)).toBeNull();
    },
  );

  test("a new engine object carries on with what it finds", async () => {
    const running = specOf(
      rig(),
      `process.on("SIGUSR2", () => process.exit(5)); setInterval(() => {}, 9);
      console.log(process.pid)`,
    );
    const [gatedId, runningId] = [
      (await rig().engine.createGated(specOf(rig(), "process.exit(6)"))).id,
      await start(rig().engine, running),
    ];
    const { id: endedId } = await runToEnd(rig().engine, specOf(rig(), "process.exit(7)"));

    const again = rig().again();

    expect(await again.inspect(endedId)).toMatchObject({ state: "exited", exit_code: 7 });
    expect(await again.inspect(runningId)).toMatchObject({ state: "running" });
    await again.openGate(gatedId);
    expect(await exited(again, gatedId)).toMatchObject({ exit_code: 6 });
    await again.stop(runningId, LADDER);
    expect(await again.inspect(runningId)).toMatchObject({ state: "exited" });
  });

  test("hints arrive when a program begins and when it ends, to whoever watches", async () => {
    const watching = new AbortController();
    const hints: string[] = [];
    rig().engine.watch((id) => void hints.push(`own ${id}`), watching.signal);
    rig()
      .again()
      .watch((id) => void hints.push(`other ${id}`), watching.signal);
    const spec = specOf(rig(), `process.stdin; setTimeout(() => {}, 150)`);

    const { id } = await rig().engine.createGated(spec);
    for (const step of [() => rig().engine.openGate(id), () => exited(rig().engine, id)]) {
      hints.length = 0;
      await step();
      await eventually(() => hints.includes(`own ${id}`) && hints.includes(`other ${id}`));
    }
    watching.abort();
    hints.length = 0;
    await runToEnd(rig().engine, specOf(rig(), ""));

    expect(hints).toEqual([]);
  });
}
