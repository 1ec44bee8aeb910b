import { type Action, plan, type RunView } from "@/domain/reconcile/plan";
import { type Container, EngineUnreachable } from "../engine/engine";
import type { Claimed } from "../runs/claim-run";
import { listActiveRuns } from "../runs/list-active-runs";
import { markExited } from "../runs/mark-exited";
import { readParentStatus } from "../runs/read-parent-status";
import { readRows } from "../runs/read-rows";
import type { RunRow } from "../runs/run-record";
import { applyAction } from "./apply-action";
import { coalesce } from "./coalesce";
import { Dispatcher } from "./dispatcher";
import { findDeadline } from "./find-deadline";
import { ProgressFollower } from "./follow-progress";
import { makePreviews } from "./make-previews";
import { findLeftovers } from "./find-leftovers";
import { findTwin } from "./find-twin";
import { attemptOf } from "./prepare-run";
import { repeat } from "./repeat";
import { EngineReporter } from "./report-engine";
import { viewContainer } from "./see-container";
import { runPlaces } from "./run-places";
import { SerialQueue } from "./serial-queue";
import type { Seen, WorkerContext } from "./worker-context";

const LOOK_AT_ALL_MS = 2000;
const PROGRESS_MS = 250;

/**
 * The level-triggered reconciler of one engine: compares rows with containers, does what the pure
 * plan says, and is done when they agree. Hints and notifications only say where to look first.
 */
export class Worker {
  readonly #queue: SerialQueue;
  readonly #dispatcher: Dispatcher;
  readonly #progress: ProgressFollower;
  readonly #reporter: EngineReporter;
  /** Gated containers known to wait, by run. */
  readonly #staged = new Map<string, string>();
  /** Runs by the ids of their containers, for hints. */
  readonly #runOf = new Map<string, string>();
  readonly #unpreviewable = new Set<string>();
  /** Ids of the containers as last listed, by run and attempt. */
  #listed = new Map<string, string>();
  /** Runs whose program was seen to run, by the ids of their containers. */
  readonly #begun = new Map<string, RunRow>();
  /** Runs whose container died behind its gate. */
  readonly #unstageable = new Set<string>();
  /** Ends the following of a run's log, by run. */
  readonly #logs = new Map<string, AbortController>();
  /** Runs that have ended, or run elsewhere, whose containers still live here. */
  #leftovers = new Set<string>();
  #next: string[] = [];
  #reachable = false;

  constructor(readonly worker: WorkerContext) {
    const { logger } = worker;
    this.#queue = new SerialQueue((run_id, error) =>
      logger.error("a run could not be handled; it will be tried again", { run_id, error }),
    );
    this.#progress = new ProgressFollower(worker);
    this.#reporter = new EngineReporter(worker);
    this.#dispatcher = new Dispatcher(worker, {
      isReady: () => this.#reachable && this.#leftovers.size === 0,
      stagedContainers: () => [...this.#staged.values()],
      onClaimed: (run) => this.#begin(run),
      onNext: (ids) => this.#stage(ids),
    });
  }

  /** Works until the signal; resolves when what was under way is done. */
  async run(signal: AbortSignal): Promise<void> {
    this.worker.engine.watch((id, exitCode) => this.onHint(id, exitCode), signal);
    const every = (ms: number, work: () => Promise<void>) => repeat(work, { ms, signal });
    await Promise.all([
      every(LOOK_AT_ALL_MS, () => this.#guard(this.lookAtAll)),
      every(PROGRESS_MS, () => this.#guard(() => this.#progress.look())),
    ]);
    for (const following of this.#logs.values()) following.abort();
    await this.#queue.idle();
  }

  /** A NOTIFY about a run: something to start, to stop, or that has ended. */
  onRunChanged(id: string, status: string, cancelRequested: boolean): void {
    if (cancelRequested && (status === "pending" || status === "running")) this.lookAt(id);
    if (status !== "running") void this.#guard(this.#dispatcher.dispatch);
    if (status === "failed" || status === "cancelled") void this.#guard(this.lookAtAll);
    if (status === "completed") void this.#guard(this.#preview);
  }

  /** The engine says that a container may have changed, or has ended just now. */
  async onHint(containerId: string, exitCode?: number): Promise<void> {
    if (exitCode !== undefined) return this.#guard(() => this.#freeSlot(containerId, exitCode));
    const runId = this.#runOf.get(containerId);
    if (runId) this.lookAt(runId);
    else void this.#guard(this.lookAtAll);
  }

  /** The next run needs no more than that this one's program has ended; the rest is seen later. */
  async #freeSlot(containerId: string, exitCode: number): Promise<void> {
    const run = this.#begun.get(containerId);
    if (!run) return;
    this.#progress.forget(run.id);
    const noted = markExited(this.worker.db, run, exitCode);
    await this.#dispatcher.fillFreed(run.slot?.split(",") ?? [], noted);
    await noted;
  }

  /** Compares all active runs with all containers, and reports what was seen. */
  readonly lookAtAll = coalesce(async () => {
    const polls = await this.#reporter.pollsRequested();
    const containers = await this.#listContainers();
    await this.worker.board.refresh();
    await this.#reporter.report(containers);
    await this.#reporter.answerPolls(polls);
    if (containers instanceof Error) return;
    const listed = new Map(containers.map((container) => [attemptKey(container), container]));
    this.#noteListed(containers);
    const named = containers.flatMap((container) => container.run_id ?? []);
    const active = await listActiveRuns(this.worker.db, this.worker.engine.name, named);
    this.#leftovers = new Set(findLeftovers(active, containers, (run) => this.#placeOf(run)));
    this.#reachable = true;
    for (const run of active) {
      const container = listed.get(attemptKey({ run_id: run.id, attempt: attemptOf(run) }));
      if (!this.#queue.isBusy(run.id)) this.lookAt(run.id, container && { run, container });
    }
    await this.#dispatcher.dispatch();
    // Takes seconds per video: the next look at all must not wait for it.
    void this.#guard(this.#preview);
  });

  /**
   * Compares one run with its container and does what the plan says. What a list has told of it is enough
   * when the plan is to follow it: asking for each container again would cost a large engine much.
   */
  lookAt(runId: string, listed?: { run: RunRow; container: Container }): void {
    void this.#queue.run(runId, async () => {
      if (listed && (await this.#plan(listed.run, listed.container)) === "follow") {
        return this.#act(listed.run, listed.container);
      }
      const [run] = await readRows(this.worker.db, [runId]);
      if (run) await this.#act(run, await this.#see(run));
    });
  }

  async #plan(run: RunRow, seen: Seen): Promise<Action> {
    return plan(await this.#view(run), viewContainer(seen), new Date());
  }

  async #act(run: RunRow, seen: Seen): Promise<void> {
    const action = await this.#plan(run, seen);
    this.#remember(run, seen);
    // It would only die again; when it is claimed, that has an end.
    if (action === "unstage" && viewContainer(seen) === "stillborn") this.#unstageable.add(run.id);
    if (action === "claim") {
      await this.#dispatcher.dispatch();
      return;
    }
    if (["create", "open_gate", "follow"].includes(action)) this.#progress.follow(run);
    if (action === "follow" && typeof seen !== "string") this.#followLog(run, seen);
    if (["settle", "vanished", "cancel", "time_out"].includes(action)) this.#unfollowLog(run);
    if (action === "settle" && typeof seen !== "string") {
      // The slot is free from here on: the next run starts before this one's settling takes the CPU.
      await markExited(this.worker.db, run, seen.exit_code);
      this.#progress.forget(run.id);
      await this.#guard(this.#dispatcher.dispatch);
    }
    await applyAction[action](this.worker, { run, seen });
    if (this.#leftovers.delete(run.id)) await this.#guard(this.#dispatcher.dispatch);
  }

  #followLog(run: RunRow, { id }: Container): void {
    if (this.#logs.has(run.id)) return;
    const following = new AbortController();
    this.#logs.set(run.id, following);
    const { folder } = runPlaces(this.worker.env.dataDir, run.id);
    this.worker.engine.followLog(id, folder, following.signal);
  }

  #unfollowLog(run: RunRow): void {
    this.#logs.get(run.id)?.abort();
    this.#logs.delete(run.id);
  }

  async #view(run: RunRow): Promise<RunView> {
    const parent = run.status === "pending" ? await readParentStatus(this.worker.db, run) : null;
    return {
      status: run.status,
      cancelRequested: run.cancel_requested_at !== null,
      place: this.#placeOf(run),
      hasContainer: run.container_id !== null,
      next: this.#next.includes(run.id),
      slotFree: this.#dispatcher.slotFree,
      parentLost: parent === "failed" || parent === "cancelled",
      // The limit goes by the input, which is there once its container is.
      deadline: run.container_id ? await findDeadline(this.worker, run) : null,
    };
  }

  #placeOf({ engine }: RunRow): RunView["place"] {
    if (engine === null || engine === this.worker.engine.name) return "here";
    return this.worker.waitReasons.engines.includes(engine) ? "elsewhere" : "lost";
  }

  async #begin({ id, container_id }: Claimed): Promise<void> {
    const staged = this.#staged.get(id);
    this.#staged.delete(id);
    if (staged && staged === container_id) {
      await this.#queue.run(id, () => this.worker.engine.openGate(staged));
    }
    this.lookAt(id);
  }

  #stage(ids: string[]): void {
    const changed = [...ids, ...this.#next].filter(
      (id) => ids.includes(id) !== this.#next.includes(id) || !this.#staged.has(id),
    );
    this.#next = ids.filter((id) => !this.#unstageable.has(id));
    for (const id of new Set(changed)) if (!this.#queue.isBusy(id)) this.lookAt(id);
  }

  async #see(run: RunRow): Promise<Seen> {
    try {
      const { engine } = this.worker;
      // What a row names may be a container of another engine, beside one that was staged here.
      if (run.container_id && this.#placeOf(run) === "here") {
        return (await engine.inspect(run.container_id)) ?? "none";
      }
      // What was listed is quickly looked at; finding one by its labels is a look at all of them.
      const attempt = attemptOf(run);
      const id = this.#listed.get(attemptKey({ run_id: run.id, attempt }));
      const seen = id ? await engine.inspect(id) : null;
      return seen ?? (await engine.find(run.id, attempt)) ?? "none";
    } catch (error) {
      if (!(error instanceof EngineUnreachable)) throw error;
      this.#reachable = false;
      return "unknown";
    }
  }

  #remember(run: RunRow, seen: Seen): void {
    if (typeof seen === "string") {
      this.#staged.delete(run.id);
      return;
    }
    this.#runOf.set(seen.id, run.id);
    if (run.status === "running" && seen.state === "running") this.#begun.set(seen.id, run);
    if (run.status === "pending" && seen.state === "gated") this.#staged.set(run.id, seen.id);
    else this.#staged.delete(run.id);
  }

  #noteListed(containers: readonly Container[]): void {
    this.#listed = new Map(containers.map((container) => [attemptKey(container), container.id]));
    const present = new Set(containers.map(({ id }) => id));
    for (const known of [this.#runOf, this.#begun]) {
      for (const id of known.keys()) if (!present.has(id)) known.delete(id);
    }
  }

  async #listContainers(): Promise<Container[] | Error> {
    try {
      const containers = await this.worker.engine.list();
      const twin = await findTwin(this.worker);
      if (!twin) return containers;
      this.#reachable = false;
      return new Error(`It is the same Docker host as ${twin}: remove one from DOCKER_HOSTS.`);
    } catch (error) {
      this.#reachable = false;
      if (error instanceof EngineUnreachable) return error;
      throw error;
    }
  }

  readonly #preview = coalesce(() => makePreviews(this.worker, this.#unpreviewable));

  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.worker.logger.warn("interrupted; it will be tried again", { error });
    }
  }
}

const attemptKey = ({ run_id, attempt }: Pick<Container, "run_id" | "attempt">) =>
  `${run_id}.${attempt}`;
