import { EngineUnreachable } from "../engine/engine";
import type { GpuSource } from "./gpu-source";

const TRY_AGAIN_MS = 5 * 60_000;

/**
 * A source that may well be of no use on this host: as long as it never answered, a failure means that
 * there are no GPUs, and it is rarely asked again. Once it has answered, failures are faults. That an
 * engine does not answer says nothing of its GPUs.
 */
export function tentative(source: GpuSource): GpuSource {
  let answered = false;
  let failedAt = -Infinity;
  return {
    read: async () => {
      if (!answered && performance.now() - failedAt < TRY_AGAIN_MS) return null;
      try {
        const cards = await source.read();
        answered ||= cards !== null;
        return cards;
      } catch (error) {
        if (answered || error instanceof EngineUnreachable) throw error;
        failedAt = performance.now();
        return null;
      }
    },
  };
}
