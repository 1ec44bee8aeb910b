import { test } from "vitest";
import { createFaultStage, type FaultStage, type StageOptions } from "./fault-stage";

declare module "vitest" {
  interface TaskMeta {
    /** How long after the fault rows and containers agreed again. */
    reconciledMs?: number;
  }
}

/** Each takes less than 10 s here. */
const TIMEOUT_MS = 300_000;
const ROUNDS = Number(process.env.COSMOS_FAULT_ROUNDS ?? 1);

/**
 * Registers faults as tests, each played so many times as COSMOS_FAULT_ROUNDS says on a fresh stage over the
 * engine that `socket` names, with the invariants checked after each.
 */
export function createFault(socket: () => string) {
  return (
    name: string,
    play: (stage: FaultStage, round: number) => Promise<void>,
    { timeoutMs = TIMEOUT_MS, ...options }: StageOptions & { timeoutMs?: number } = {},
  ): void => {
    for (let round = 1; round <= ROUNDS; round++) {
      const title = ROUNDS === 1 ? name : `${name} · round ${round}`;
      test(title, { timeout: timeoutMs }, async ({ task }) => {
        const stage = await createFaultStage(socket(), options);
        try {
          await play(stage, round);
          await stage.expectInvariants();
          task.meta.reconciledMs = stage.reconciledMs();
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          throw new Error(`${reason}\nThe worker said:\n${stage.said()}`, { cause: error });
        } finally {
          await stage.close();
        }
      });
    }
  };
}
