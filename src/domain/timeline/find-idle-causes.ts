import { mergeSpans } from "./merge-spans";
import type { Span } from "./span";
import type { TimelineRun } from "./timeline-run";

/** A reason for which slots were idle, and when it held: in order and without overlaps. */
export interface IdleCause {
  reason: string;
  /** The engine it is about; null for all of them. */
  engine: string | null;
  spans: Span[];
}

/** What keeps slots idle, the kinds that outweigh others first. */
export const holdKinds = ["unreachable", "paused", "waiting", "draining"] as const;

export type HoldKind = (typeof holdKinds)[number];

/** Something that kept slots idle for a time. */
export interface Hold {
  kind: HoldKind;
  /** The engine it is about; null for all of them. */
  engine: string | null;
  /** In words. */
  reason: string;
  start: number;
  /** Null while it holds. */
  end: number | null;
}

export interface IdleFacts {
  runs: readonly TimelineRun[];
  holds: readonly Hold[];
  engines: readonly IdleEngine[];
  now: number;
}

interface IdleEngine {
  name: string;
  healthy: boolean;
  /** When it last answered; null when it never did. */
  observed_at: number | null;
}

/** Starting a run takes a moment: a shorter wait explains nothing unless it goes on. */
const WAIT_MIN_MS = 1000;

/** What may have kept slots idle, the reasons that outweigh others first. */
export function findIdleCauses({ runs, holds, engines, now }: IdleFacts): IdleCause[] {
  const unseen = engines
    .filter((engine) => !engine.healthy)
    .map(({ name, observed_at }) => ({
      reason: "Unknown: the engine has not answered",
      engine: name,
      spans: longEnough({ start: observed_at ?? 0, end: now }, now),
    }));
  const waits = runs.map((run) => ({ run, until: run.started_at ?? run.ended_at ?? now }));
  const ready = waits.flatMap(({ run, until }) =>
    run.ready_at === null ? [] : longEnough({ start: run.ready_at, end: until }, now),
  );
  const parents = waits.flatMap(({ run, until }) =>
    longEnough({ start: run.created_at, end: run.ready_at ?? until }, now),
  );
  return [
    ...unseen,
    ...toCauses(holds, now),
    { reason: "Unknown: a run waited", engine: null, spans: mergeSpans(ready) },
    { reason: "Waiting for parent", engine: null, spans: mergeSpans(parents) },
  ];
}

/** Of each kind those that began last first: of two reasons at a time the newer one counts. */
function toCauses(holds: readonly Hold[], now: number): IdleCause[] {
  const causes = new Map<string, IdleCause & { kind: HoldKind }>();
  for (const { kind, engine, reason, start, end } of holds) {
    const key = JSON.stringify([kind, engine, reason]);
    const cause = causes.get(key) ?? { kind, reason, engine, spans: [] };
    cause.spans.push({ start, end: end ?? now });
    causes.set(key, cause);
  }
  const weight = ({ kind }: { kind: HoldKind }) => holdKinds.indexOf(kind);
  const startOf = ({ spans }: IdleCause) => Math.max(...spans.map(({ start }) => start));
  return [...causes.values()]
    .sort((a, b) => weight(a) - weight(b) || startOf(b) - startOf(a))
    .map(({ reason, engine, spans }) => ({ reason, engine, spans: mergeSpans(spans) }));
}

const longEnough = (span: Span, now: number): Span[] =>
  span.end - span.start >= WAIT_MIN_MS || (span.end === now && span.start < now) ? [span] : [];
