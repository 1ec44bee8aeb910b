/** What became known of the database's changes. `resync`: some may have been missed, look at all. */
export type Change =
  | { kind: "run"; id: string; deleted: boolean }
  | { kind: "activity" }
  | { kind: "resync" };

export type ChangeHandler = (change: Change) => void;

/** Hands each change of the database to everyone in this process who listens. */
export class ChangeFeed {
  readonly #handlers = new Set<ChangeHandler>();

  subscribe(handler: ChangeHandler): () => void {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  }

  emit(change: Change): void {
    for (const handler of this.#handlers) handler(change);
  }
}

/** A NOTIFY of the database as a change; undefined for channels that are not ours. */
export function parseNotification(channel: string, payload: string): Change | undefined {
  if (channel === "cosmos_activity") return { kind: "activity" };
  if (channel !== "cosmos_run") return undefined;
  const [id = "", status] = payload.split(":");
  return { kind: "run", id, deleted: status === "deleted" };
}
