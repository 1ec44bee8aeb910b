import { and, eq, inArray, isNull } from "drizzle-orm";
import { type RunStatus, statusesBefore } from "@/domain/run-status";
import type { Db } from "../db/open-database";
import { prompts, runs } from "../db/schema";
import { recordEvents } from "./record-event";
import type { RunRow } from "./run-record";

export interface Ending {
  status: Extract<RunStatus, "completed" | "failed" | "cancelled">;
  /** For the timeline. */
  message: string;
  /** Who ended it; the worker when left out. */
  actor?: string;
  error_code?: string;
  error_message?: string;
  outputs?: Record<string, unknown>;
  log?: { bytes: number; sha256: string };
  /** What the run makes of prompts, in the same transaction as its completion. */
  promptChange?: PromptChange;
  /** Changes nothing when someone asked to cancel meanwhile: the run must then end as cancelled. */
  yieldsToCancel?: boolean;
}

const complete = { phase: "completed", fraction: 1, step: null, total: null, eta_seconds: 0 };

export type PromptChange =
  | { kind: "insert"; values: typeof prompts.$inferInsert }
  /** Replaces this text and no other. */
  | { kind: "replace_text"; id: string; prompt_text: string; replaced_text: string };

/**
 * Ends a run, once: only the attempt that was claimed, and only from a status that may end so.
 * False when someone else ended it first; then nothing was changed.
 * @throws Error when the text that it replaces has become another one; then nothing was changed either
 */
export async function finishRun(
  db: Db,
  run: Pick<RunRow, "id" | "attempt">,
  ending: Ending,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const finished = await tx
      .update(runs)
      .set({
        status: ending.status,
        completed_at: new Date(),
        error_code: ending.error_code ?? null,
        error_message: ending.error_message ?? null,
        ...(ending.status === "completed" && { progress: complete }),
        ...(ending.outputs && { outputs: ending.outputs }),
        ...(ending.log && { log_bytes: ending.log.bytes, log_sha256: ending.log.sha256 }),
      })
      .where(
        and(
          eq(runs.id, run.id),
          eq(runs.attempt, run.attempt),
          inArray(runs.status, statusesBefore(ending.status)),
          ending.yieldsToCancel ? isNull(runs.cancel_requested_at) : undefined,
        ),
      )
      .returning({ id: runs.id });
    if (finished.length === 0) return false;
    if (ending.promptChange) await changePrompt(tx, ending.promptChange);
    await recordEvents(tx, [
      {
        run_id: run.id,
        type: ending.status,
        actor: ending.actor ?? "worker",
        message: ending.message,
      },
    ]);
    return true;
  });
}

async function changePrompt(tx: Pick<Db, "insert" | "update">, change: PromptChange) {
  if (change.kind === "insert") {
    await tx.insert(prompts).values(change.values);
    return;
  }
  const replaced = await tx
    .update(prompts)
    .set({ prompt_text: change.prompt_text, updated_at: new Date() })
    .where(and(eq(prompts.id, change.id), eq(prompts.prompt_text, change.replaced_text)))
    .returning({ id: prompts.id });
  if (replaced.length > 0) return;
  // Nothing is written, and the next look at the run decides anew.
  throw new Error(`The text of prompt ${change.id} was changed at this moment.`);
}
