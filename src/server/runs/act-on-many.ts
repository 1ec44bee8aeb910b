import { sql } from "drizzle-orm";
import { z } from "zod";
import { bulkActions } from "@/domain/bulk/bulk-action";
import type { BulkReport } from "@/domain/bulk/bulk-report";
import { type BulkPlan, planBulk } from "@/domain/bulk/plan-bulk";
import { storableText } from "@/domain/storable-text";
import type { ServiceContext } from "../context";
import { AppError, refused } from "../errors";
import { bulkDeeds } from "./bulk-deeds";
import { findRunFacts } from "./find-run-facts";
import { queryConditions, RunQuery, sqlList } from "./run-query";

const SELECTED_MAX = 20_000;
const NAMED_MAX = 1000;
const SKIPPED_NAMED = 20;
/** Key of the advisory lock that lets one call at a time act. */
const LOCK = 7_206_119;

const RunId = z.string().transform(storableText);

export const ActOnManyInput = z
  .strictObject({
    action: z.enum(bulkActions),
    /** For `rate`: 1 to 5, or null to take ratings back. */
    rating: z.int().min(1).max(5).nullable().optional(),
    /** All runs that meet it, however many pages that are. */
    filter: RunQuery.optional(),
    /** Or these. */
    ids: z.array(RunId).min(1).max(NAMED_MAX).optional(),
    /** But not these. */
    except: z.array(RunId).max(SELECTED_MAX).default([]),
    /** Runs created later are not selected; now when left out. */
    as_of: z.iso.datetime({ offset: true }).optional(),
    /** How many runs one call acts on at most; ask again while `remaining` is not 0. */
    limit: z.int().min(1).max(200).default(25),
    /** Says what would be done and does nothing. */
    dry_run: z.boolean().default(false),
  })
  .refine((input) => (input.filter === undefined) !== (input.ids === undefined), {
    message: "give either a filter or ids",
  })
  .refine((input) => (input.action === "rate") === (input.rating !== undefined), {
    message: "a rating belongs to the action rate, and to no other",
  });
export type ActOnManyInput = z.input<typeof ActOnManyInput>;

/**
 * Cancels, retries, upscales, rates or deletes the selected runs to which that applies, at most
 * `limit` of them. Doing it twice does nothing twice.
 * @throws AppError `refused` when too many are selected, `conflict` while another call acts
 */
export async function actOnMany(ctx: ServiceContext, given: ActOnManyInput): Promise<BulkReport> {
  const input = ActOnManyInput.parse(given);
  const as_of = input.as_of ?? (await readNow(ctx));
  const prepare = () => plan(ctx, { ...input, as_of });
  const report = (found: BulkPlan, outcome: Outcome): BulkReport => ({
    action: input.action,
    dry_run: input.dry_run,
    as_of,
    ...describePlan(found),
    ...outcome,
    remaining: found.steps.length - outcome.done.length - outcome.refused.length,
  });
  if (input.dry_run) return report(await prepare(), { done: [], refused: [] });
  return ctx.db.transaction(async (tx) => {
    const [lock] = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(${LOCK}) as free`,
    );
    if (!lock?.free) {
      throw new AppError("conflict", "Another selection is being worked on: go on in a moment.");
    }
    const found = await prepare();
    return report(found, await act(ctx, found, input));
  });
}

type Parsed = z.infer<typeof ActOnManyInput>;

async function plan(ctx: ServiceContext, input: Parsed & { as_of: string }): Promise<BulkPlan> {
  const { action, filter, ids = [], except, as_of, rating = null } = input;
  const chosen = filter
    ? sql`${queryConditions(filter)} and r.created_at <= ${as_of}::timestamptz`
    : sql`r.id in (${sqlList(ids)})`;
  const where = except.length > 0 ? sql`${chosen} and r.id not in (${sqlList(except)})` : chosen;
  const runs = await findRunFacts(ctx, { where, as_of, limit: SELECTED_MAX + 1 });
  if (runs.length > SELECTED_MAX) {
    throw refused(`More than ${SELECTED_MAX} runs are selected: narrow the filter.`);
  }
  return planBulk({ action, runs, rating });
}

type Outcome = Pick<BulkReport, "done" | "refused">;

async function act(ctx: ServiceContext, { steps }: BulkPlan, input: Parsed): Promise<Outcome> {
  const outcome: Outcome = { done: [], refused: [] };
  for (const { id } of steps.slice(0, input.limit)) {
    try {
      const new_run_id = await bulkDeeds[input.action](ctx, id, input.rating ?? null);
      outcome.done.push({ run_id: id, new_run_id });
    } catch (error) {
      // What changed since the plan was made, such as a run that has just ended.
      if (!(error instanceof AppError)) throw error;
      outcome.refused.push({ run_id: id, message: error.message });
    }
  }
  return outcome;
}

function describePlan({ steps, skipped }: BulkPlan): Pick<BulkReport, "applies" | "skipped"> {
  const applies: BulkReport["applies"] = {};
  for (const { status } of steps) applies[status] = (applies[status] ?? 0) + 1;
  const byReason = new Map<string, BulkReport["skipped"][number]>();
  for (const { run, reason } of skipped) {
    const entry = byReason.get(reason) ?? { reason, count: 0, run_ids: [] };
    entry.count++;
    if (entry.run_ids.length < SKIPPED_NAMED) entry.run_ids.push(run.id);
    byReason.set(reason, entry);
  }
  return { applies, skipped: [...byReason.values()] };
}

async function readNow(ctx: ServiceContext): Promise<string> {
  const [row] = await ctx.db.execute<{ now: string }>(
    sql`select ceil(extract(epoch from clock_timestamp()) * 1000)::text as now`,
  );
  return new Date(Number(row?.now)).toISOString();
}
