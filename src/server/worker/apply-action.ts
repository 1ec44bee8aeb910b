import type { Action } from "@/domain/reconcile/plan";
import { adoptRun } from "../runs/adopt-run";
import { EngineUnreachable } from "../engine/engine";
import { finishRun } from "../runs/finish-run";
import { noteTimeOut } from "../runs/note-time-out";
import { readRows } from "../runs/read-rows";
import { recordFalseStart } from "../runs/record-false-start";
import { recordContainer } from "../runs/record-container";
import { recordWarning } from "../runs/record-warning";
import { releaseContainer } from "../runs/release-container";
import type { RunRow } from "../runs/run-record";
import { findTimeLimit } from "./find-deadline";
import { settleRun } from "./settle-run";
import { stageRun } from "./stage-run";
import type { Seen, WorkerContext } from "./worker-context";

/** One run and what was seen of its container. */
export interface Subject {
  run: RunRow;
  seen: Seen;
}

/** Engines that are restarted end a waiting container now and then; an image that cannot start always. */
const FALSE_STARTS_MAX = 5;

type Apply = (worker: WorkerContext, subject: Subject) => Promise<void>;

/** Does what the plan decided. `claim` is done by the dispatcher, which chooses run and slot together. */
export const applyAction: Record<Exclude<Action, "claim">, Apply> = {
  leave: async () => {},
  adopt: async (worker, { run }) => {
    await adoptRun(worker.db, run, worker.engine.name);
  },
  follow: async (worker, { run, seen }) => {
    if (typeof seen !== "string" && run.container_id !== seen.id) {
      await recordContainer(worker.db, run, seen);
    }
  },
  stage: async (worker, { run }) => {
    await stageRun(worker, run);
  },
  unstage: async (worker, { run, seen }) => {
    // Claimed since it was read, by a worker that takes over: then the container is in use.
    if (await releaseContainer(worker.db, run)) await discard(worker, seen);
  },
  create: startRun,
  recreate: async (worker, { run, seen }) => {
    // First the row: a container that it names and that is gone would count as vanished.
    if (!(await releaseContainer(worker.db, run))) return;
    await discard(worker, seen);
    const code = typeof seen === "string" ? null : seen.exit_code;
    const what = `Its container ended before its program began, with exit code ${code}.`;
    const count = await recordFalseStart(worker.db, run, what);
    if (count < FALSE_STARTS_MAX) return startRun(worker, { run, seen });
    await finishRun(worker.db, run, {
      status: "failed",
      yieldsToCancel: true,
      message: what,
      error_code: "cannot_start",
      error_message: `${what} So it was ${count} times. See that the image has /bin/sh and is built for the processor of the host ${worker.engine.name}, then retry.`,
    });
  },
  open_gate: async (worker, { run, seen }) => {
    if (typeof seen === "string") return;
    if (run.container_id !== seen.id) await recordContainer(worker.db, run, seen);
    await worker.engine.openGate(seen.id);
  },
  settle: async (worker, { run, seen }) => {
    await settleRun(worker, run, typeof seen === "string" ? null : seen);
  },
  vanished: async (worker, { run }) => {
    await settleRun(worker, run, null);
  },
  cancel: async (worker, { run, seen }) => {
    const container = typeof seen === "string" ? null : seen;
    if (container) await worker.engine.stop(container.id, worker.stopLadder);
    if (run.status === "pending") {
      if (container) await worker.engine.remove(container.id);
      const message = `Cancelled, as ${run.cancel_requested_by} asked.`;
      await finishRun(worker.db, run, { status: "cancelled", message });
      return;
    }
    const ended = container && (await worker.engine.inspect(container.id));
    await settleRun(worker, run, ended);
  },
  time_out: async (worker, { run, seen }) => {
    if (typeof seen === "string") return;
    await noteTimeOut(worker.db, run, await findTimeLimit(worker, run));
    await worker.engine.stop(seen.id, worker.stopLadder);
    const [noted] = await readRows(worker.db, [run.id]);
    await settleRun(worker, noted ?? run, await worker.engine.inspect(seen.id));
  },
  fail_with_parent: async (worker, { run, seen }) => {
    await discard(worker, seen);
    const text = `Its parent run ${run.parent_run_id} did not complete.`;
    await finishRun(worker.db, run, {
      status: "failed",
      message: text,
      error_code: "parent_failed",
      error_message: `${text} Retry the parent, then this run.`,
    });
  },
  stop: (worker, { seen }) => discard(worker, seen),
  remove: (worker, { seen }) => discard(worker, seen),
};

/** What keeps a container from starting and may pass is tried again, and said meanwhile. */
async function startRun(worker: WorkerContext, { run }: Subject): Promise<void> {
  try {
    const id = await stageRun(worker, run);
    if (id) await worker.engine.openGate(id);
  } catch (error) {
    if (error instanceof EngineUnreachable) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const warning = `Its container could not be started yet: ${reason}`;
    if (warning !== run.warning) await recordWarning(worker.db, run, warning);
    throw error;
  }
  if (run.warning) await recordWarning(worker.db, run, null);
}

/** Stops a container if it lives, and removes it. */
async function discard(worker: WorkerContext, seen: Seen): Promise<void> {
  if (typeof seen === "string") return;
  if (seen.state !== "exited") await worker.engine.stop(seen.id, worker.stopLadder);
  await worker.engine.remove(seen.id);
}
