import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/server/errors";
import { locateCluster } from "./ensure-embedded";
import { readPostmaster } from "./read-postmaster";

/** Fast shutdown, then without a checkpoint (recovery at the next start), then by force. */
const steps: [NodeJS.Signals, number][] = [
  ["SIGINT", 10_000],
  ["SIGQUIT", 5_000],
  ["SIGKILL", 5_000],
];

/**
 * Stops the server of `<dataDir>/postgres`, whoever started it, and returns once it is gone; false
 * when none ran.
 */
export async function stopEmbedded(dataDir: string): Promise<boolean> {
  const clusterDir = locateCluster(dataDir);
  const first = readPostmaster(clusterDir);
  if (first?.process !== "postmaster") return false;
  for (const [signal, patience] of steps) {
    try {
      process.kill(first.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
    const until = Date.now() + patience;
    while (Date.now() < until) {
      const now = readPostmaster(clusterDir);
      if (now?.pid !== first.pid || now.process !== "postmaster") return true;
      await sleep(10);
    }
  }
  throw new AppError(
    "unavailable",
    `The built-in database (pid ${first.pid}) could not be stopped.`,
  );
}
