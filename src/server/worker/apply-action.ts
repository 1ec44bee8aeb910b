import type { Action } from "@/domain/reconcile/plan";
import { adoptRun } from "../runs/adopt-run";
import { finishRun } from "../runs/finish-run";
import { noteTimeOut } from "../runs/note-time-out";
import { readRows } from "../runs/read-rows";
import { recordContainer } from "../runs/record-container";
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
  recreate: async (worker, subject) => {
    await discard(worker, subject.seen);
    await startRun(worker, subject);
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

async function startRun(worker: WorkerContext, { run }: Subject): Promise<void> {
  const id = await stageRun(worker, run);
  if (id) await worker.engine.openGate(id);
}

/** Stops a container if it lives, and removes it. */
async function discard(worker: WorkerContext, seen: Seen): Promise<void> {
  if (typeof seen === "string") return;
  if (seen.state !== "exited") await worker.engine.stop(seen.id, worker.stopLadder);
  await worker.engine.remove(seen.id);
}
