import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import type { DatabaseConnection } from "./database-connection";
import { openClient } from "./open-client";
import { connectionLost } from "./steady-socket";

/** One connection for state that lives in it: LISTEN, advisory locks. It never reconnects. */
export interface Session {
  sql: Sql;
  /** Resolves as soon as the connection is lost or closed. */
  ended: Promise<void>;
  close(): Promise<void>;
}

export interface SessionOptions {
  onNotify?: (channel: string, payload: string) => void;
  /** How often to ask whether the server is still there, and how long to wait. Default 3 s. */
  keepaliveMs?: number;
}

// The server gives up a silent client, and with it its locks, after 25 s instead of two hours.
const serverKeepalive = {
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 3,
};

/**
 * Opens one connection, or throws. A dead connection is noticed within two keepalives even when
 * the network says nothing.
 */
export async function openSession(
  connection: DatabaseConnection,
  { onNotify, keepaliveMs = 3000 }: SessionOptions = {},
): Promise<Session> {
  const life = new AbortController();
  const sql: Sql = openClient(connection, {
    max: 1,
    settings: { statement_timeout: 0, ...serverKeepalive },
    onLost: () => life.abort(),
    ...(onNotify ? { onNotify } : {}),
  });
  const ended = new Promise<void>((resolve) => {
    life.signal.addEventListener("abort", () => {
      void sql.end({ timeout: 0 }).catch(() => undefined);
      resolve();
    });
  });
  const answered = async () => {
    const late = sleep(keepaliveMs + 5000, undefined, { ref: false });
    await Promise.race([sql`select 1`, late.then(throwLost)]);
  };
  try {
    await answered();
  } catch (error) {
    life.abort();
    throw error;
  }
  void watch();
  return {
    sql,
    ended,
    close: async () => {
      await sql.end({ timeout: 1 });
      life.abort();
    },
  };

  async function watch() {
    while (!life.signal.aborted) {
      await sleep(keepaliveMs, undefined, { ref: false, signal: life.signal }).catch(
        () => undefined,
      );
      if (!life.signal.aborted) await answered().catch(() => life.abort());
    }
  }
}

function throwLost(): never {
  throw connectionLost();
}
