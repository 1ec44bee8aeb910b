import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { PhaseMark, Progress } from "@/domain/progress";
import type { GpuState, RunGpu } from "@/domain/gpu/gpu-state";
import type { ContainerState, PromptRecord, RunPreview } from "@/domain/records";
import { type RunStatus, runStatuses } from "@/domain/run-status";
import type { HoldKind } from "@/domain/timeline/find-idle-causes";

// Millisecond times: JavaScript has no more, and cursors must compare exactly.
const time = (name: string) => timestamp(name, { precision: 3, withTimezone: true, mode: "date" });
const now = sql`now()`;
const list = (values: readonly string[]) => sql.raw(values.map((v) => `'${v}'`).join(", "));

export const prompts = pgTable(
  "prompts",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    prompt_text: text().notNull(),
    negative_prompt: text().notNull().default(""),
    inputs: jsonb().$type<PromptRecord["inputs"]>().notNull(),
    input_name: text().notNull(),
    parent_prompt_id: text().references((): AnyPgColumn => prompts.id, { onDelete: "set null" }),
    enhanced_by_run_id: text(),
    created_at: time("created_at").notNull().default(now),
    updated_at: time("updated_at").notNull().default(now),
  },
  (t) => [
    index("prompts_created").on(t.created_at, t.id),
    index("prompts_input").on(t.input_name),
    index("prompts_parent").on(t.parent_prompt_id),
    index("prompts_text").using("gin", sql`(${t.name} || ' ' || ${t.prompt_text}) gin_trgm_ops`),
    check("prompts_text_size", sql`length(${t.prompt_text}) between 1 and 10000`),
  ],
);

export const runs = pgTable(
  "runs",
  {
    id: text().primaryKey(),
    model_type: text().notNull(),
    prompt_id: text()
      .notNull()
      .references(() => prompts.id),
    status: text().$type<RunStatus>().notNull().default("pending"),
    execution_config: jsonb().$type<Record<string, unknown>>().notNull(),
    outputs: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    log_path: text().notNull(),
    parent_run_id: text().generatedAlwaysAs((): SQL => sql`(execution_config ->> 'parent_run_id')`),
    container_name: text(),
    container_id: text(),
    engine: text(),
    /** The slots it has, one for each of its GPUs, separated by commas. */
    slot: text(),
    progress: jsonb().$type<Progress>(),
    /** The phases of its attempt and when each began, kept by `recordProgress`. */
    phases: jsonb().$type<PhaseMark[]>().notNull().default([]),
    priority: integer().notNull().default(0),
    position: doublePrecision().notNull().default(sql`nextval('runs_position_seq')`),
    rating: integer(),
    error_code: text(),
    error_message: text(),
    attempt: integer().notNull().default(0),
    idempotency_key: text(),
    cancel_requested_at: time("cancel_requested_at"),
    cancel_requested_by: text(),
    /** The container ended: the slot is free although the run is still being settled. */
    exited_at: time("exited_at"),
    exit_code: integer(),
    log_bytes: bigint({ mode: "number" }),
    log_sha256: text(),
    preview: jsonb().$type<RunPreview>(),
    /** Why a pending run does not start although a slot may be free, in words. */
    wait_reason: text(),
    /** What is odd about a running run, in words, such as a long silence. */
    warning: text(),
    /** Its wall-clock limit, settled when it was claimed. */
    time_limit_seconds: integer(),
    /** What it did to its GPUs: a small curve, peak memory and the receipt of memory. */
    gpu: jsonb().$type<RunGpu>(),
    created_at: time("created_at").notNull().default(now),
    updated_at: time("updated_at").notNull().default(now),
    started_at: time("started_at"),
    completed_at: time("completed_at"),
    change_seq: bigint({ mode: "number" }).notNull().default(0),
  },
  (t) => [
    foreignKey({ name: "runs_parent", columns: [t.parent_run_id], foreignColumns: [t.id] }),
    index("runs_created").on(t.created_at, t.id),
    index("runs_type_status_created").on(t.model_type, t.status, t.created_at, t.id),
    index("runs_prompt").on(t.prompt_id, t.created_at, t.id),
    index("runs_parent_run").on(t.parent_run_id, t.created_at, t.id),
    index("runs_change").on(t.change_seq),
    index("runs_queue").on(t.priority, t.position, t.id).where(sql`${t.status} = 'pending'`),
    index("runs_running").on(t.id).where(sql`${t.status} = 'running'`),
    index("runs_without_preview")
      .on(t.completed_at)
      .where(
        sql`${t.status} = 'completed' and ${t.preview} is null and ${t.outputs} ? 'output_path'`,
      ),
    uniqueIndex("runs_idempotency").on(t.idempotency_key),
    // The orders by length and by rating, each page of a type and a status a short range.
    index("runs_longest").on(
      t.model_type,
      t.status,
      sql`(coalesce((extract(epoch from completed_at - started_at) * 1000)::bigint, -1))`,
      t.created_at,
      t.id,
    ),
    index("runs_best_rated").on(
      t.model_type,
      t.status,
      sql`(coalesce(rating, 0)::bigint)`,
      t.created_at,
      t.id,
    ),
    check("runs_status", sql`${t.status} in (${list(runStatuses)})`),
    check("runs_rating", sql`${t.rating} between 1 and 5`),
    check(
      "runs_completed_at",
      sql`(${t.completed_at} is not null) = (${t.status} in ('completed', 'failed', 'cancelled'))`,
    ),
    check(
      "runs_running",
      sql`${t.status} <> 'running' or (${t.started_at} is not null and ${t.slot} is not null and ${t.engine} is not null)`,
    ),
    check("runs_failed", sql`${t.status} <> 'failed' or ${t.error_message} is not null`),
  ],
);

/**
 * Which run holds which slot, kept by a trigger on runs: a row lives exactly while its run is running
 * and has not exited. Promise 5: the primary key lets no second run into a slot.
 */
export const slotLeases = pgTable(
  "slot_leases",
  {
    engine: text().notNull(),
    slot: text().notNull(),
    run_id: text()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.engine, t.slot] }), index("slot_leases_run").on(t.run_id)],
);

export const runEvents = pgTable(
  "run_events",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    run_id: text()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    at: time("at").notNull().default(sql`clock_timestamp()`),
    type: text().notNull(),
    actor: text().notNull(),
    message: text().notNull(),
  },
  (t) => [index("run_events_run").on(t.run_id, t.id)],
);

/**
 * Why slots were idle and when: kept by triggers on `settings` (the pause), `engines` (draining, not
 * reachable) and `runs` (their `wait_reason`), so that a later look at the timeline can tell.
 */
export const holds = pgTable(
  "holds",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    kind: text().$type<HoldKind>().notNull(),
    /** `queue`, the engine, or the run that waits. */
    subject: text().notNull(),
    reason: text().notNull(),
    started_at: time("started_at").notNull().default(sql`clock_timestamp()`),
    /** Null while it holds. */
    ended_at: time("ended_at"),
  },
  (t) => [
    index("holds_ended").on(t.ended_at),
    uniqueIndex("holds_open").on(t.kind, t.subject).where(sql`${t.ended_at} is null`),
  ],
);

/** Filters and orders of the list of runs that operators keep by name. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** The query of the page's address, without `?`. */
    query: text().notNull(),
    created_by: text().notNull(),
    created_at: time("created_at").notNull().default(now),
    updated_at: time("updated_at").notNull().default(now),
  },
  (t) => [
    uniqueIndex("saved_views_name").on(sql`lower(${t.name})`),
    check("saved_views_name_size", sql`length(${t.name}) between 1 and 80`),
  ],
);

export const observations = pgTable(
  "observations",
  {
    engine: text().notNull(),
    container_id: text().notNull(),
    container_name: text().notNull(),
    run_id: text(),
    model_type: text(),
    attempt: integer(),
    state: text().$type<ContainerState>().notNull(),
    exit_code: integer(),
    started_at: time("started_at"),
    observed_at: time("observed_at").notNull().default(now),
  },
  (t) => [primaryKey({ columns: [t.engine, t.container_id] })],
);

/** What the worker last reported of each engine, and how often it was asked to look. */
export const engines = pgTable("engines", {
  name: text().primaryKey(),
  reachable: boolean().notNull(),
  error: text(),
  slots: jsonb().$type<{ id: string; label: string }[]>().notNull(),
  details: jsonb().$type<Record<string, unknown>>().notNull(),
  /** An operator asked it to take no further runs. */
  draining: boolean().notNull().default(false),
  /** Its host's GPUs, as last read. */
  gpus: jsonb().$type<GpuState[]>().notNull().default([]),
  polls_requested: integer().notNull().default(0),
  polls_done: integer().notNull().default(0),
  /** When the engine last answered. */
  observed_at: time("observed_at"),
  /** When the worker last said that it lives. */
  heartbeat_at: time("heartbeat_at").notNull().default(now),
});

/** One row: this installation and its queue. */
export const settings = pgTable(
  "settings",
  {
    id: integer().primaryKey().default(1),
    instance: text().notNull(),
    paused: boolean().notNull().default(false),
    paused_by: text(),
    paused_at: time("paused_at"),
  },
  (t) => [check("settings_one_row", sql`${t.id} = 1`)],
);
