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

export interface IdleFacts {
  runs: readonly TimelineRun[];
  queue: { paused: boolean; paused_by: string | null; paused_at: number | null };
  engines: readonly IdleEngine[];
  now: number;
}

interface IdleEngine {
  name: string;
  healthy: boolean;
  draining: boolean;
  /** When it last answered; null when it never did. */
  observed_at: number | null;
}

/** Starting a run takes a moment: a shorter wait explains nothing unless it goes on. */
const WAIT_MIN_MS = 1000;

/** What may have kept slots idle, the reasons that outweigh others first. */
export function findIdleCauses({ runs, queue, engines, now }: IdleFacts): IdleCause[] {
  const since = (start: number): Span[] => (start < now ? [{ start, end: now }] : []);
  const unseen = engines
    .filter((engine) => !engine.healthy)
    .map(({ name, observed_at }) => ({
      reason: "Unknown: the engine has not answered",
      engine: name,
      spans: since(observed_at ?? 0),
    }));
  const paused = queue.paused && queue.paused_at !== null ? since(queue.paused_at) : [];
  const by = queue.paused_by ? ` (by ${queue.paused_by})` : "";
  const waits = runs.map((run) => ({ run, until: run.started_at ?? run.ended_at ?? now }));
  // Only a run that still waits has a reason, and it is about the present.
  const waiting = waits.filter(({ run }) => run.started_at === null && run.ended_at === null);
  const reasons = new Set(waiting.flatMap(({ run }) => run.wait_reason ?? []));
  const told = [...reasons].map((reason) => ({
    reason,
    engine: null,
    spans: readySpans(
      waiting.filter(({ run }) => run.wait_reason === reason),
      now,
    ),
  }));
  const draining = engines
    .filter((engine) => engine.draining)
    .map(({ name }) => ({
      reason: "Engine draining",
      engine: name,
      spans: readySpans(waiting, now),
    }));
  const parents = waits.flatMap(({ run, until }) =>
    longEnough({ start: run.created_at, end: run.ready_at ?? until }, now),
  );
  return [
    ...unseen,
    { reason: `Queue paused${by}`, engine: null, spans: paused },
    ...told,
    ...draining,
    { reason: "Unknown: a run waited", engine: null, spans: readySpans(waits, now) },
    { reason: "Waiting for parent", engine: null, spans: mergeSpans(parents) },
  ];
}

/** When runs could have started but for a place. */
function readySpans(waits: readonly { run: TimelineRun; until: number }[], now: number): Span[] {
  const spans = waits.flatMap(({ run, until }) =>
    run.ready_at === null ? [] : longEnough({ start: run.ready_at, end: until }, now),
  );
  return mergeSpans(spans);
}

const longEnough = (span: Span, now: number): Span[] =>
  span.end - span.start >= WAIT_MIN_MS || span.end === now ? [span] : [];
