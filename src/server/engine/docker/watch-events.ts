import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { createLogger } from "@/server/logger";
import type { OnHint } from "../engine";
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
  onHint: OnHint,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await followOnce(options, signal, (id, exitCode) => {
        failures = 0;
        return onHint(id, exitCode);
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

/** Tells it twice: at once, and when it can be seen. After a `die` the engine still calls it running. */
async function tellEnd(
  options: DockerEngineOptions,
  { ID: id = "", Attributes }: NonNullable<EngineEvent["Actor"]>,
  onHint: OnHint,
): Promise<void> {
  const exitCode = Attributes?.exitCode ?? "";
  if (/^\d+$/.test(exitCode)) await onHint(id, Number(exitCode));
  await untilEnded(options, id);
  await onHint(id);
}

async function untilEnded(options: DockerEngineOptions, id: string): Promise<void> {
  const deadline = Date.now() + ENDS_MS;
  const runs = async () => (await inspectOurs(options, id).catch(() => null))?.State.Running;
  while ((await runs()) && Date.now() < deadline) await sleep(10);
}

async function followOnce(
  options: DockerEngineOptions,
  signal: AbortSignal,
  onHint: OnHint,
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
    void onHint("");
    for await (const line of lines) {
      const { Action, Actor } = JSON.parse(line) as EngineEvent;
      const id = Actor?.ID;
      if (!id) continue;
      if (Action === "start") {
        const placed = { id, labels: Actor.Attributes ?? {} };
        access.watchGate(placed, () => void onHint(id), AbortSignal.any([signal, closing.signal]));
      }
      if (Action === "die") void tellEnd(options, Actor, onHint);
      else void onHint(id);
    }
  } finally {
    closing.abort();
  }
}
