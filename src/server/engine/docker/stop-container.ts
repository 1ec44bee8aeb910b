import { setTimeout as sleep } from "node:timers/promises";
import type { StopLadder } from "../engine";
import { commandUnless } from "./ask-engine";
import type { DockerEngineOptions } from "./docker-engine-options";
import { inspectOurs } from "./observe-container";

/** What survives KILL for so long sits in a driver: nothing more can be done from here. */
const KILL_WAIT_MS = 30_000;
/** It was removed, or it does not run (any more). */
const DONE = [404, 409];

/**
 * INT, TERM, KILL with the ladder's grace periods. Returns when the engine says that it does not run;
 * with its first process the whole process namespace ends. A container that never started is removed.
 * @throws Error when it survives KILL
 */
export async function stopContainer(
  options: DockerEngineOptions,
  id: string,
  ladder: StopLadder,
): Promise<void> {
  const container = options.docker.getContainer(id);
  const info = await inspectOurs(options, id);
  if (info?.State.Status === "created") {
    await commandUnless(DONE, container.remove({ v: true, force: true }));
    return;
  }
  const isGone = async () => !(await inspectOurs(options, id))?.State.Running;
  if (await isGone()) return;
  // A paused container takes no signal.
  if (info?.State.Paused) await commandUnless([...DONE, 500], container.unpause());
  for (const [signal, ms] of [
    ["SIGINT", ladder.intMs],
    ["SIGTERM", ladder.termMs],
    ["SIGKILL", KILL_WAIT_MS],
  ] as const) {
    await commandUnless(DONE, container.kill({ signal }));
    if (await within(ms, isGone)) return;
  }
  throw new Error(`The container ${info?.Name ?? id} survived KILL.`);
}

/** Polls, ever more slowly, until `done` or the time is up. Asks at least once. */
async function within(timeMs: number, done: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + timeMs;
  for (let pauseMs = 10; ; pauseMs = Math.min(pauseMs * 1.5, 200)) {
    if (await done()) return true;
    const leftMs = deadline - Date.now();
    if (leftMs <= 0) return false;
    await sleep(Math.min(pauseMs, leftMs));
  }
}
