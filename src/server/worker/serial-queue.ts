/** Runs work on one key one after the other, on different keys at the same time. */
export class SerialQueue {
  readonly #busy = new Map<string, Promise<void>>();

  constructor(readonly onError: (key: string, error: unknown) => void) {}

  /** Queues work behind what its key already has; the promise never rejects. */
  run(key: string, work: () => Promise<void>): Promise<void> {
    const before = this.#busy.get(key) ?? Promise.resolve();
    const mine = before.then(work).catch((error: unknown) => this.onError(key, error));
    this.#busy.set(key, mine);
    void mine.then(() => {
      if (this.#busy.get(key) === mine) this.#busy.delete(key);
    });
    return mine;
  }

  isBusy(key: string): boolean {
    return this.#busy.has(key);
  }

  /** Resolves when all work queued so far is done. */
  async idle(): Promise<void> {
    await Promise.all(this.#busy.values());
  }
}
