import { randomInt } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../engine/eventually";
import { logOf, specOf, start } from "../engine/spec-of";
import { describeWithDocker } from "../harness/describe-with-docker";
import { makeArchiveRig, makeRemoteEngine } from "./make-archive-rig";
import { makeFollower } from "./spawn-follower";

const LONG = 60_000;

describeWithDocker("a worker that follows a log of another host", ({ host }) => {
  let rig: Awaited<ReturnType<typeof makeArchiveRig>>;
  let follower: Awaited<ReturnType<typeof makeFollower>>;
  beforeAll(async () => {
    rig = await makeArchiveRig(host);
    follower = await makeFollower();
  });
  afterAll(async () => {
    follower.remove();
    await rig.dispose();
  });

  test("loses and doubles no byte when it is killed at any moment", async () => {
    const engine = makeRemoteEngine(host, rig.instance);
    const spec = specOf(
      rig,
      `let i = 0;
       process.on("SIGINT", () => { console.log("end"); process.exit(0); });
       setInterval(() => { for (let k = 0; k < 50; k++) console.log("line " + i++); }, 5);`,
    );
    const id = await start(engine, spec);
    const asked = { host, instance: rig.instance, id, folder: spec.folder };
    const length = () =>
      statSync(join(spec.folder, "run.log"), { throwIfNoEntry: false })?.size ?? 0;

    for (let round = 0; round < 5; round++) {
      const { kill } = follower.spawn(asked);
      const before = length();
      await eventually(() => length() > before + randomInt(20_000), LONG);
      await kill();
    }
    await engine.stop(id, { intMs: LONG, termMs: LONG });
    const last = follower.spawn(asked);
    await last.gone;
    await engine.remove(id);

    const lines = logOf(spec).toString().split("\n");
    const expected = Array.from({ length: lines.length - 2 }, (_, i) => `line ${i}`);
    expect(expected.length).toBeGreaterThan(100);
    expect(lines).toEqual([...expected, "end", ""]);
  });
});
