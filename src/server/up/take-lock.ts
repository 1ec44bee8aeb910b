import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@/server/errors";
import { processStartTime } from "./process-start-time";

interface Holder {
  pid: number;
  start_time: string;
  url: string;
}

export interface Lock {
  release: () => Promise<void>;
  /** The last holder died without giving it back: its processes may just be ending. */
  tookOver: boolean;
}

/** Lets one `cosmos up` at a time work on a data folder; what a dead one left is taken over. */
export async function takeLock(dataDir: string, url: string): Promise<Lock> {
  const path = join(dataDir, "up.lock");
  const mine = `${path}.${randomUUID()}`;
  const start_time = (await processStartTime(process.pid)) ?? "";
  const text = JSON.stringify({ pid: process.pid, start_time, url } satisfies Holder);
  await writeFile(mine, text);
  let tookOver = false;
  try {
    for (;;) {
      // A link appears whole or not at all, so no one ever reads half a lock.
      if (await succeeds(link(mine, path))) break;
      const found = await readFile(path, "utf8").catch(() => null);
      const holder = found === null ? null : parseHolder(found);
      if (holder && (await isAlive(holder)))
        throw new AppError("unavailable", explain(holder, dataDir));
      if (found === null) continue;
      await discard(path, found);
      tookOver = true;
    }
  } finally {
    await rm(mine, { force: true });
  }
  return { release: () => discard(path, text), tookOver };
}

/** Removes the lock if it still is the one that was read, not one that was taken meanwhile. */
async function discard(path: string, expected: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  if (!(await succeeds(rename(path, aside)))) return;
  if ((await readFile(aside, "utf8")) !== expected) await succeeds(link(aside, path));
  await rm(aside, { force: true });
}

async function isAlive(holder: Holder): Promise<boolean> {
  return (await processStartTime(holder.pid)) === holder.start_time;
}

function parseHolder(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}

function explain(holder: Holder, dataDir: string): string {
  return (
    `Cosmos is already running on ${dataDir} (process ${holder.pid}, ${holder.url}). ` +
    "Stop it first, or set COSMOS_DATA_DIR and PORT to run another one."
  );
}

function succeeds(action: Promise<unknown>): Promise<boolean> {
  return action.then(
    () => true,
    () => false,
  );
}
