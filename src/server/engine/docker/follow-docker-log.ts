import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";
import { createLogger } from "@/server/logger";
import { readEngine } from "./ask-engine";
import { collectLog } from "./collect-log";
import { label } from "./container-labels";
import { LogFile } from "./log-file";
import { noteLostLog } from "./note-lost-log";
import { type Receiving, receiveLog } from "./receive-log";

const logger = createLogger("engine.docker");
const AGAIN_MS = [100, 200, 500, 1000, 2000];

interface Followed {
  /** The run's folder. */
  folder: string;
  /** Whether all of the log is there already. */
  isWhole: () => boolean;
}

/**
 * Keeps the log in a folder current until the container has ended and all of its log is there; connects
 * again for ever. Returns early when `signal` says so, or when the container shares our folders.
 */
export async function followDockerLog(
  container: Dockerode.Container,
  followed: Followed,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      const receiving = { signal, onGreeting: () => (failures = 0) };
      if (await followOnce(container, followed, receiving)) return;
    } catch (error) {
      // Once is nothing: the container may just have ended.
      if (failures === 1 && !signal.aborted) {
        logger.warn("a log is cut off; it will be followed again", { id: container.id, error });
      }
    }
    const ms = AGAIN_MS[Math.min(failures++, AGAIN_MS.length - 1)];
    await sleep(ms, undefined, { signal }).catch(() => {});
  }
}

/** True when there is nothing more to follow. */
async function followOnce(
  container: Dockerode.Container,
  { folder, isWhole }: Followed,
  receiving: Receiving,
): Promise<boolean> {
  const info = await readEngine(container.inspect());
  if (receiving.signal.aborted) return true;
  if (!info) {
    if (!isWhole()) await noteLostLog(folder);
    return true;
  }
  if (info.Config.Labels[label.gate]) return true;
  if (info.State.Status === "created") return false;
  if (!info.State.Running) {
    const found = await collectLog(container, folder);
    // It may be just being removed.
    return found || (await readEngine(container.inspect()))?.State.Status === "exited";
  }
  const log = await LogFile.open(folder);
  try {
    await receiveLog(container, log, receiving);
  } finally {
    await log.close();
  }
  return false;
}
