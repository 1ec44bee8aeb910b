import type Dockerode from "dockerode";
import { readEngine } from "./ask-engine";
import { execInside } from "./exec-inside";
import { job } from "./job-places";
import type { LogFile } from "./log-file";
import { statInside } from "./stat-inside";

/** After so long a silence we ask whether there is something to say. */
const SILENCE_MS = 5_000;

export interface Receiving {
  signal: AbortSignal;
  /** The line is there. */
  onGreeting: () => void;
}

/**
 * Appends a running container's log from our length on, as it is written, until the line is cut, the
 * container ends or `signal` says so. Only what follows the greeting of `send-log.sh` is log: before it
 * an engine's own words may come.
 */
export async function receiveLog(
  container: Dockerode.Container,
  log: LogFile,
  { signal, onGreeting }: Receiving,
): Promise<void> {
  const closing = new AbortController();
  const command = ["/bin/sh", `${job.entryFolder}/send-log.sh`, job.log, String(log.length)];
  const greeting = Buffer.from(`cosmos-log ${log.length}\n`);
  const timer = setInterval(() => {
    isStuck(container, log.length).then(
      (stuck) => stuck && closing.abort(),
      () => closing.abort(),
    );
  }, SILENCE_MS);
  try {
    let head: Buffer | null = Buffer.alloc(0);
    const all = AbortSignal.any([signal, closing.signal]);
    for await (const bytes of execInside(container, command, all)) {
      timer.refresh();
      if (!head) {
        await log.append(bytes);
        continue;
      }
      head = Buffer.concat([head, bytes]);
      if (head.length < greeting.length) continue;
      if (!head.subarray(0, greeting.length).equals(greeting)) throw new Error(head.toString());
      onGreeting();
      await log.append(head.subarray(greeting.length));
      head = null;
    }
  } catch (error) {
    if (!signal.aborted && !closing.signal.aborted) throw error;
  } finally {
    clearInterval(timer);
  }
}

/** A line may be dead without a word: then the container has ended, or has more log than came. */
async function isStuck(container: Dockerode.Container, length: number): Promise<boolean> {
  const info = await readEngine(container.inspect());
  if (!info?.State.Running) return true;
  return ((await statInside(container, job.log))?.size ?? 0) > length;
}
