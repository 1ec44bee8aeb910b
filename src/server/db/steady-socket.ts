import { EventEmitter } from "node:events";
import type { Socket } from "node:net";
import { MessageFrames } from "./message-frames";

// ReadyForQuery in a failed transaction: the client is to go on with what else it has to send.
const readyForQuery = Buffer.from([90, 0, 0, 0, 5, 69]);

/**
 * What postgres.js is given as its socket. When the connection is lost it does not close: it acts
 * as a server that refuses what was sent and all that comes, until the client is ended.
 *
 * postgres.js 3.4.9 forgets a closed socket and then writes to it, which ends the process (a
 * transaction's rollback does so every time), jams the connection for good, or runs the rest of a
 * lost transaction outside of any (porsager/postgres issues 1208, 1133 and 1216).
 */
export class SteadySocket extends EventEmitter {
  private readonly frames = new MessageFrames();
  private readonly real: Socket | undefined;
  private lost: Error | undefined;
  private ending = false;

  /**
   * @param opened a connected socket, or why there is none: then all is refused from the start
   * @param onLost called once, when the first query has been refused with the reason
   */
  constructor(
    opened: Socket | Error,
    private onLost: (() => void) | undefined,
  ) {
    super();
    if (opened instanceof Error) {
      this.lost = opened;
      return;
    }
    this.real = opened;
    const lose = (cause?: Error) => {
      if (this.lost) return;
      this.lost = connectionLost(cause);
      if (this.ending) this.emit("close", false);
      else this.refuse();
    };
    opened.on("data", (chunk) => {
      this.frames.follow(chunk);
      this.emit("data", chunk);
    });
    opened.on("drain", () => this.emit("drain"));
    opened.on("error", lose);
    opened.on("close", () => lose());
  }

  get readyState(): string {
    return this.lost ? "closed" : "open";
  }

  write(chunk: Buffer, done?: () => void): boolean {
    if (this.real && !this.lost) return this.real.write(chunk, done);
    setImmediate(() => this.refuse());
    return true;
  }

  end(chunk: Buffer): void {
    this.ending = true;
    this.real?.end(chunk);
  }

  destroy(): void {
    this.real?.destroy();
  }

  setKeepAlive(enable: boolean, delayMs: number): void {
    this.real?.setKeepAlive(enable, delayMs);
  }

  pause(): void {
    this.real?.pause();
  }

  resume(): void {
    this.real?.resume();
  }

  private refuse(): void {
    if (this.listenerCount("error") > 0) {
      this.emit("error", this.lost);
      this.emit("data", Buffer.concat([this.frames.complete(), readyForQuery]));
    }
    this.onLost?.();
    this.onLost = undefined;
  }
}

/** The error of every query that had, or got, no connection to end on. */
export function connectionLost(cause?: unknown): Error & { code: string } {
  const error = new Error("The connection to the database was lost.", { cause });
  return Object.assign(error, { code: "CONNECTION_CLOSED" });
}
