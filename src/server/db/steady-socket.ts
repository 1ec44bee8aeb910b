import { EventEmitter } from "node:events";
import type { Socket } from "node:net";

/**
 * What postgres.js is given as its socket. When the connection is lost it does not close: it says
 * `error` at once and again to whatever is still written to it.
 *
 * postgres.js 3.4.9 forgets a closed socket and then writes to it, which ends the process (a
 * transaction's rollback does so every time), jams the connection for good, or runs the rest of a
 * lost transaction outside of any (porsager/postgres issues 1208, 1133 and 1216).
 * A lost socket therefore stays, refuses, and its owner opens a new client.
 */
export class SteadySocket extends EventEmitter {
  private lost: Error | undefined;
  private ending = false;

  constructor(
    private readonly real: Socket,
    onLost: () => void,
  ) {
    super();
    const lose = (cause?: Error) => {
      if (this.lost) return;
      this.lost = connectionLost(cause);
      if (this.ending) {
        this.emit("close", false);
        return;
      }
      onLost();
      this.emit("error", this.lost);
    };
    real.on("data", (chunk) => this.emit("data", chunk));
    real.on("drain", () => this.emit("drain"));
    real.on("error", lose);
    real.on("close", () => lose());
  }

  get readyState(): string {
    return this.lost ? "closed" : this.real.readyState;
  }

  write(chunk: Buffer, done?: () => void): boolean {
    if (!this.lost) return this.real.write(chunk, done);
    setImmediate(() => this.emit("error", this.lost));
    return true;
  }

  end(chunk: Buffer): void {
    this.ending = true;
    this.real.end(chunk);
  }

  destroy(): void {
    this.real.destroy();
  }

  setKeepAlive(enable: boolean, delayMs: number): void {
    this.real.setKeepAlive(enable, delayMs);
  }

  pause(): void {
    this.real.pause();
  }

  resume(): void {
    this.real.resume();
  }
}

/** The error of every query that had, or got, no connection to end on. */
export function connectionLost(cause?: unknown): Error & { code: string } {
  const error = new Error("The connection to the database was lost.", { cause });
  return Object.assign(error, { code: "CONNECTION_CLOSED" });
}
