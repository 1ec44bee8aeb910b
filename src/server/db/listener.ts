import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseConnection } from "./database-connection";
import { openSession } from "./open-session";

export interface ListenerOptions {
  connection: DatabaseConnection;
  channels: string[];
  onNotify(channel: string, payload: string): void;
  /**
   * Called each time the channels are being listened to, from the first time on. Notifications
   * were missed before: look at everything.
   */
  onConnect(): void;
  /** Ends the listener. */
  signal: AbortSignal;
  /** How often a silent connection is asked whether it lives. Default 3 s. */
  keepaliveMs?: number;
}

export interface Listener {
  isConnected(): boolean;
  /** Resolves when the listener has ended after its signal. */
  ended: Promise<void>;
}

const longestWaitMs = 2000;

/**
 * Listens to Postgres notifications until the signal, whatever happens to the server: connects
 * again with growing waits up to 2 s. Never throws; notifications can be lost while disconnected.
 */
export function startListener(options: ListenerOptions): Listener {
  let connected = false;
  const aborted = new Promise<void>((resolve) => {
    if (options.signal.aborted) resolve();
    options.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  return { isConnected: () => connected, ended: keepListening() };

  async function keepListening(): Promise<void> {
    let failures = 0;
    while (!options.signal.aborted) {
      try {
        await listenOnce(() => {
          failures = 0;
          connected = true;
        });
      } catch {
        failures += 1;
      }
      connected = false;
      const wait = Math.min(longestWaitMs, 25 * 2 ** failures);
      await sleep(wait, undefined, { signal: options.signal }).catch(() => undefined);
    }
  }

  async function listenOnce(onListening: () => void): Promise<void> {
    const { keepaliveMs } = options;
    const session = await openSession(options.connection, {
      onNotify: options.onNotify,
      ...(keepaliveMs ? { keepaliveMs } : {}),
    });
    try {
      for (const channel of options.channels) {
        await session.sql`listen ${session.sql(channel)}`;
      }
      onListening();
      options.onConnect();
      await Promise.race([session.ended, aborted]);
    } finally {
      await session.close().catch(() => undefined);
    }
  }
}
