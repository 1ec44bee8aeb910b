import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseConnection } from "./database-connection";
import { openSession, type Session } from "./open-session";

export interface LeadershipOptions {
  connection: DatabaseConnection;
  /** What is led, such as `worker:local`. One holder at a time in the whole database. */
  key: string;
  /** Gives up the waiting, or the leadership. */
  signal: AbortSignal;
  /** The lock is gone because its connection is: stop acting at once. Not called on release. */
  onLost(): void;
}

export interface Leadership {
  isHeld(): boolean;
  release(): Promise<void>;
}

/**
 * Waits until no one else holds `key`, asking every second, and holds it for as long as its own
 * connection lives. Throws the signal's reason when that comes first.
 */
export async function acquireLeadership(options: LeadershipOptions): Promise<Leadership> {
  const { signal } = options;
  while (true) {
    signal.throwIfAborted();
    const session = await tryLock(options);
    if (session && !signal.aborted) return hold(session, options);
    await session?.close().catch(() => undefined);
    await sleep(1000, undefined, { signal }).catch(() => undefined);
  }
}

async function tryLock({ connection, key }: LeadershipOptions): Promise<Session | undefined> {
  let session: Session | undefined;
  try {
    session = await openSession(connection);
    const [row] = await session.sql<{ held: boolean }[]>`
      select pg_try_advisory_lock(hashtextextended(${`cosmos:${key}`}, 0)) as held`;
    if (row?.held) return session;
  } catch {
    // The database is away: ask again later.
  }
  await session?.close().catch(() => undefined);
  return undefined;
}

function hold(session: Session, { signal, onLost }: LeadershipOptions): Leadership {
  let held = true;
  const release = async () => {
    held = false;
    await session.close().catch(() => undefined);
  };
  void session.ended.then(() => {
    if (held) onLost();
    held = false;
  });
  signal.addEventListener("abort", () => void release(), { once: true });
  return { isHeld: () => held, release };
}
