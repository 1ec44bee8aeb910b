import { isDeepStrictEqual } from "node:util";
import { eq, inArray } from "drizzle-orm";
import type { ModelType } from "@/domain/operations/registry";
import type { PromptRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import type { Db } from "../db/open-database";
import { runs } from "../db/schema";
import { AppError } from "../errors";
import type { CreatedRun } from "./create-run";
import { findRuns } from "./find-runs";
import { recordEvents } from "./record-event";
import { previewRun } from "./preview-run";

export interface NewRun {
  id: string;
  model_type: ModelType;
  prompt_id: string;
  priority: number;
  idempotency_key: string | null;
  execution_config: Record<string, unknown>;
}

interface Family {
  run: NewRun;
  children: NewRun[];
  prompt: PromptRecord;
  dryRun: boolean;
}

/** Writes a run and its children in one transaction; with a known idempotency key, returns that run. */
export async function insertRuns(ctx: ServiceContext, family: Family): Promise<CreatedRun> {
  const { run, children, prompt } = family;
  const all = [run, ...children];
  if (family.dryRun) {
    const [first, ...rest] = all.map((each) => previewRun(each, prompt));
    return { ...first, ...(rest.length > 0 && { children: rest }) } as CreatedRun;
  }
  const created = await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .insert(runs)
      .values(values(run))
      .onConflictDoNothing({ target: runs.idempotency_key })
      .returning({ id: runs.id });
    if (!row) return false;
    if (children.length > 0) await tx.insert(runs).values(children.map(values));
    await recordEvents(
      tx,
      all.map((each) => createdEvent(each, ctx.actor)),
    );
    return true;
  });
  return created ? readBack(ctx.db, all) : readByKey(ctx.db, run);
}

const values = (run: NewRun) => ({ ...run, log_path: `runs/${run.id}/run.log` });

const createdEvent = (run: NewRun, actor: string) => ({
  run_id: run.id,
  type: "created",
  actor,
  message: run.execution_config.parent_run_id
    ? `Created to continue run ${run.execution_config.parent_run_id}.`
    : "Created.",
});

async function readBack(db: Db, all: NewRun[]): Promise<CreatedRun> {
  const ids = all.map((run) => run.id);
  const found = await findRuns(db, inArray(runs.id, ids));
  const [first, ...rest] = found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  if (!first) throw new Error("The run was removed while it was being created.");
  return rest.length > 0 ? { ...first, children: rest } : first;
}

async function readByKey(db: Db, run: NewRun): Promise<CreatedRun> {
  const [existing] = await findRuns(db, eq(runs.idempotency_key, run.idempotency_key ?? ""));
  if (!existing) throw new Error("The run of this idempotency key was removed just now.");
  const isSame =
    existing.model_type === run.model_type &&
    existing.prompt_id === run.prompt_id &&
    isDeepStrictEqual(existing.execution_config, run.execution_config);
  if (isSame) return existing;
  throw new AppError(
    "conflict",
    `The idempotency key was used for another request, which made run ${existing.id}.`,
  );
}
