import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { createLogger } from "@/server/logger";
import { label } from "./container-labels";
import type { DockerEngineOptions } from "./docker-engine-options";
import { inspectOurs } from "./observe-container";

const logger = createLogger("engine.docker");
const ENDS_MS = 2_000;
const AGAIN_MS = [100, 200, 500, 1000, 2000];

interface EngineEvent {
  Action?: string;
  Actor?: { ID?: string; Attributes?: Record<string, string> };
}

/**
 * Follows the engine's events about our containers and connects again for ever. Each (re)connect gives
 * one hint with an empty id: what happened meanwhile was not told.
 */
export async function watchEvents(
  options: DockerEngineOptions,
  onHint: (id: string) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await followOnce(options, signal, (id) => {
        failures = 0;
        onHint(id);
      });
    } catch (error) {
      if (failures === 0 && !signal.aborted) {
        logger.warn("events of the engine are cut off", { engine: options.name, error });
      }
    }
    const ms = AGAIN_MS[Math.min(failures++, AGAIN_MS.length - 1)];
    await sleep(ms, undefined, { signal }).catch(() => {});
  }
}

/** After a `die` the engine may still call it running for a moment. */
async function untilEnded(options: DockerEngineOptions, id: string): Promise<void> {
  const deadline = Date.now() + ENDS_MS;
  const runs = async () => (await inspectOurs(options, id).catch(() => null))?.State.Running;
  while ((await runs()) && Date.now() < deadline) await sleep(5);
}

async function followOnce(
  options: DockerEngineOptions,
  signal: AbortSignal,
  onHint: (id: string) => void,
): Promise<void> {
  const { docker, instance, access } = options;
  const closing = new AbortController();
  const stream = await docker.getEvents({
    filters: {
      type: ["container"],
      label: [`${label.instance}=${instance}`],
      event: ["create", "start", "die", "oom", "destroy", "exec_die"],
    },
    abortSignal: AbortSignal.any([signal, closing.signal]),
  });
  const lines = createInterface({ input: stream });
  // How it ends once nobody reads it any more is of no interest, and must not end us.
  lines.on("error", () => {});
  try {
    onHint("");
    for await (const line of lines) {
      const { Action, Actor } = JSON.parse(line) as EngineEvent;
      const id = Actor?.ID;
      if (!id) continue;
      if (Action === "start") {
        const placed = { id, labels: Actor.Attributes ?? {} };
        access.watchGate(placed, () => onHint(id), AbortSignal.any([signal, closing.signal]));
      }
      if (Action === "die") void untilEnded(options, id).then(() => onHint(id));
      else onHint(id);
    }
  } finally {
    closing.abort();
  }
}
