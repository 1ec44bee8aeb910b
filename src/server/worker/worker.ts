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
import { KnownContainers } from "./known-containers";
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
  readonly #known = new KnownContainers();
  readonly #unpreviewable = new Set<string>();
  /** Runs whose container died behind its gate. */
  readonly #unstageable = new Set<string>();
  /** Ends the following of a run's log, by run. */
  readonly #logs = new Map<string, AbortController>();
  /** Runs that have ended, or run elsewhere, whose containers still live here. */
  #leftovers = new Set<string>();
  #next: string[] = [];
  #reachable = false;
  #stopping: AbortSignal | undefined;
  /** The look at all that is under way, or was the last. */
  #look = Promise.resolve();

  constructor(readonly worker: WorkerContext) {
    const { logger } = worker;
    this.#queue = new SerialQueue((run_id, error) =>
      logger.error("a run could not be handled; it will be tried again", { run_id, error }),
    );
    this.#progress = new ProgressFollower(worker);
    this.#reporter = new EngineReporter(worker);
    this.#dispatcher = new Dispatcher(worker, {
      isReady: () => this.#reachable && this.#leftovers.size === 0,
      stagedContainers: () => this.#known.staged,
      onClaimed: (run) => this.#begin(run),
      onNext: (ids) => this.#stage(ids),
    });
  }

  /** Works until the signal; resolves when what was under way is done. */
  async run(signal: AbortSignal): Promise<void> {
    this.#stopping = signal;
    this.worker.engine.watch((id, exitCode) => this.onHint(id, exitCode), signal);
    const every = (ms: number, work: () => Promise<void>) => repeat(work, { ms, signal });
    await Promise.all([
      every(LOOK_AT_ALL_MS, () => this.#guard(this.lookAtAll)),
      every(PROGRESS_MS, () => this.#guard(() => this.#progress.look())),
    ]);
    for (const following of this.#logs.values()) following.abort();
    await this.#guard(() => this.#look);
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
    const runId = this.#known.runOf(containerId);
    if (runId) this.lookAt(runId);
    else void this.#guard(this.lookAtAll);
  }

  /** The next run needs no more than that this one's program has ended; the rest is seen later. */
  async #freeSlot(containerId: string, exitCode: number): Promise<void> {
    const run = this.#known.begunIn(containerId);
    if (!run) return;
    await markExited(this.worker.db, run, exitCode);
    await this.#dispatcher.dispatch();
  }

  /** Compares all active runs with all containers, and reports what was seen. */
  readonly lookAtAll = coalesce(() => {
    // Another worker may lead by now: nothing must be reported in its place.
    if (!this.#stopping?.aborted) this.#look = this.#compareAll();
    return this.#look;
  });

  async #compareAll(): Promise<void> {
    const polls = await this.#reporter.pollsRequested();
    const before = this.#known.containerIds;
    const containers = await this.#listContainers();
    await this.worker.board.refresh();
    await this.#reporter.report(containers);
    await this.#reporter.answerPolls(polls);
    if (containers instanceof Error) return;
    this.#known.noteListed(containers, before);
    const named = containers.flatMap((container) => container.run_id ?? []);
    // Rows and lists are read one after the other: a run may be followed on that was over in between.
    const followed = [...this.#progress.runIds, ...this.#logs.keys()];
    const active = await listActiveRuns(this.worker.db, this.worker.engine.name, named);
    this.#leftovers = new Set(findLeftovers(active, containers, (run) => this.#placeOf(run)));
    this.#reachable = true;
    const running = new Set(active.filter((run) => run.status === "running").map(({ id }) => id));
    for (const id of followed) if (!running.has(id)) this.#forget(id);
    const byId = new Map(containers.map((container) => [container.id, container]));
    for (const run of active) {
      const container = byId.get(this.#known.listedFor(run) ?? "");
      if (!this.#queue.isBusy(run.id)) this.lookAt(run.id, container && { run, container });
    }
    await this.#dispatcher.dispatch();
    // Takes seconds per video: the next look at all must not wait for it.
    void this.#guard(this.#preview);
  }

  /**
   * Compares one run with its container and does what the plan says. What a list has told of it is enough
   * when the plan is to follow it: asking for each container again would cost a large engine much.
   */
  lookAt(runId: string, listed?: { run: RunRow; container: Container }): void {
    void this.#queue.run(runId, async () => {
      if (listed && (await this.#plan(listed.run, listed.container)) === "follow") {
        return this.#act("follow", listed.run, listed.container);
      }
      const [run] = await readRows(this.worker.db, [runId]);
      if (!run) return;
      const seen = await this.#see(run);
      await this.#act(await this.#plan(run, seen), run, seen);
    });
  }

  async #plan(run: RunRow, seen: Seen): Promise<Action> {
    return plan(await this.#view(run), viewContainer(seen), new Date());
  }

  async #act(action: Action, run: RunRow, seen: Seen): Promise<void> {
    this.#known.noteSeen(run, seen);
    // It would only die again; when it is claimed, that has an end.
    if (action === "unstage" && viewContainer(seen) === "stillborn") this.#unstageable.add(run.id);
    if (action === "claim") {
      await this.#dispatcher.dispatch();
      return;
    }
    if (["create", "open_gate", "follow"].includes(action)) this.#progress.follow(run);
    if (action === "follow" && typeof seen !== "string") this.#followLog(run, seen);
    if (["settle", "vanished", "cancel", "time_out"].includes(action)) this.#forget(run.id);
    if (action === "settle" && typeof seen !== "string" && run.exited_at === null) {
      // The slot is free from here on: the next run starts before this one's settling takes the CPU.
      await markExited(this.worker.db, run, seen.exit_code);
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

  #forget(runId: string): void {
    this.#progress.forget(runId);
    this.#logs.get(runId)?.abort();
    this.#logs.delete(runId);
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

  #begin({ id, container_id }: Claimed): void {
    const staged = this.#known.takeStaged(id);
    if (staged && staged === container_id) {
      void this.#queue.run(id, () => this.worker.engine.openGate(staged));
    }
    this.lookAt(id);
  }

  #stage(ids: string[]): void {
    const changed = [...ids, ...this.#next].filter(
      (id) => ids.includes(id) !== this.#next.includes(id) || !this.#known.isStaged(id),
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
      const id = this.#known.listedFor(run);
      const seen = id ? await engine.inspect(id) : null;
      return seen ?? (await engine.find(run.id, attemptOf(run))) ?? "none";
    } catch (error) {
      if (!(error instanceof EngineUnreachable)) throw error;
      this.#reachable = false;
      return "unknown";
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
