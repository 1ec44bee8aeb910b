import { asc, gt, inArray } from "drizzle-orm";
import type { ActivityRecord, RunRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { runs } from "../db/schema";
import { findRuns } from "../runs/find-runs";
import type { Change, ChangeFeed } from "./change-feed";
import { getLiveState, readCursor } from "./get-activity";

export type LiveState = Pick<
  ActivityRecord,
  "engines" | "queue" | "containers" | "orphans" | "missing"
>;

/** What a watcher is told. `cursor` resumes after it; the same run may come twice, newer wins. */
export type ActivityEvent = { cursor: number } & (
  | { type: "run"; run: RunRecord }
  | { type: "run_deleted"; id: string }
  | { type: "activity"; activity: LiveState }
);

// change_seq is given before a transaction commits, so a lower number may appear after a higher one.
const OVERLAP = 50;
const CATCH_UP_MAX = 500;
// Also what is not notified changes: a worker that fell silent.
const LOOK_AGAIN_MS = 5000;

export interface WatchOptions {
  feed: ChangeFeed;
  /** Cursor of the last event seen; null to begin now. */
  after: number | null;
  /** Only this run's changes. */
  runId?: string | undefined;
  signal: AbortSignal;
}

/** Follows all changes from a cursor on until the signal ends it. */
export async function* watchActivity(
  ctx: Pick<ServiceContext, "db">,
  { feed, after, runId, signal }: WatchOptions,
): AsyncGenerator<ActivityEvent> {
  const inbox = new Inbox(runId, signal);
  // Subscribed before the past is read, so that nothing falls between.
  const unsubscribe = feed.subscribe((change) => inbox.put(change));
  try {
    let cursor = after ?? (await readCursor(ctx));
    if (after !== null) inbox.put({ kind: "resync" });
    inbox.put({ kind: "activity" });
    while (!signal.aborted) {
      const news = inbox.take();
      const changed = news.resync
        ? await changedSince(ctx, cursor, runId)
        : await findRuns(ctx.db, inArray(runs.id, [...news.runs]), {
            orderBy: [asc(runs.change_seq)],
          });
      for (const run of changed) {
        cursor = Math.max(cursor, run.change_seq);
        yield { type: "run", run, cursor };
      }
      if (news.resync && changed.length === CATCH_UP_MAX) inbox.put({ kind: "resync" });
      for (const id of news.deleted) yield { type: "run_deleted", id, cursor };
      if (news.activity) yield { type: "activity", activity: await getLiveState(ctx), cursor };
      await inbox.wait(LOOK_AGAIN_MS);
    }
  } finally {
    unsubscribe();
  }
}

function changedSince(ctx: Pick<ServiceContext, "db">, cursor: number, runId: string | undefined) {
  const since = gt(runs.change_seq, cursor - OVERLAP);
  const where = runId ? inArray(runs.id, [runId]) : since;
  return findRuns(ctx.db, where, { orderBy: [asc(runs.change_seq)], limit: CATCH_UP_MAX });
}

/** Collects changes while the watcher is busy; many changes of one run become one. */
class Inbox {
  #runs = new Set<string>();
  #deleted = new Set<string>();
  #activity = false;
  #resync = false;
  #wake: (() => void) | undefined;

  constructor(
    readonly runId: string | undefined,
    readonly signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => this.#wake?.(), { once: true });
  }

  put(change: Change): void {
    if (change.kind === "run" && this.runId && change.id !== this.runId) return;
    if (change.kind === "run") (change.deleted ? this.#deleted : this.#runs).add(change.id);
    if (change.kind === "activity" || change.kind === "run") this.#activity = true;
    if (change.kind === "resync") this.#resync = true;
    this.#wake?.();
  }

  take() {
    const news = {
      runs: this.#runs,
      deleted: this.#deleted,
      activity: this.#activity,
      resync: this.#resync,
    };
    this.#runs = new Set();
    this.#deleted = new Set();
    this.#activity = false;
    this.#resync = false;
    return news;
  }

  async wait(timeoutMs: number): Promise<void> {
    if (this.#runs.size || this.#deleted.size || this.#activity || this.#resync) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        this.#activity = true;
        resolve();
      }, timeoutMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.signal.aborted) this.#wake();
    });
    this.#wake = undefined;
  }
}
