/** A slow line still moves something in that time; one that is lost does not. */
const STALL_MS = 60_000;

/** Gives up a transfer in which nothing moves any more: TCP itself may take hours to notice. */
export class StallWatch {
  readonly #controller = new AbortController();
  readonly #timer = setTimeout(() => this.#controller.abort(), STALL_MS);

  /** Aborts the transfer when it stalls. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something moved. */
  touch(): void {
    this.#timer.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  /** The failure of the transfer, in words. */
  explain(error: unknown): Error {
    if (this.signal.aborted) return new Error(`nothing moved for ${STALL_MS / 1000} s`);
    return error instanceof Error ? error : new Error(String(error));
  }
}
