import { afterAll, beforeAll, describe } from "vitest";
import type { Engine } from "@/server/engine/engine";
import { observingSuite } from "./engine/conformance/observing";
import { programSuite } from "./engine/conformance/program";
import { startingSuite } from "./engine/conformance/starting";
import { stoppingSuite } from "./engine/conformance/stopping";

/** What a suite needs to put one engine through its paces. */
export interface EngineRig {
  engine: Engine;
  instance: string;
  /** Another engine object over the same containers, as a restarted worker makes it. */
  again(): Engine;
  /** The engine of another Cosmos installation on the same machine or host. */
  stranger(): { engine: Engine; instance: string };
  /** Absolute path of a new run's folder. */
  newFolder(): string;
  /** Image for programs that run under Node; null where containers are processes. */
  image: string | null;
  dispose(): Promise<void>;
}

/** What every engine promises the worker. Programs are given as Node source with arguments. */
export function engineConformance(name: string, makeRig: () => Promise<EngineRig>) {
  describe(`engine ${name}`, () => {
    let made: EngineRig;
    beforeAll(async () => {
      made = await makeRig();
    });
    afterAll(async () => {
      for (const { id } of await made.engine.list()) {
        await made.engine.stop(id, { intMs: 0, termMs: 0 });
        await made.engine.remove(id);
      }
      await made.dispose();
    });
    const rig = () => made;

    startingSuite(rig);
    programSuite(rig);
    stoppingSuite(rig);
    observingSuite(rig);
  });
}
