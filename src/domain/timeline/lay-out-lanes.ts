import { findGaps } from "./find-gaps";
import type { IdleCause } from "./find-idle-causes";
import type { Span } from "./span";
import type { TimelineBar, TimelineLane } from "./timeline-record";
import type { TimelineRun } from "./timeline-run";

interface Lanes {
  runs: readonly TimelineRun[];
  /** Slots that exist, with or without runs, in the order in which they are shown. */
  slots: readonly Slot[];
  causes: readonly IdleCause[];
  /** The time in which what no bar covers was idle. */
  known: Span;
}

type Slot = Pick<TimelineLane, "engine" | "slot" | "label">;

const keyOf = ({ engine, slot }: { engine: string; slot: string }) => `${engine} ${slot}`;

/** One lane for each slot that exists or had a run; a run with several GPUs is in several lanes. */
export function layOutLanes({ runs, slots, causes, known }: Lanes): TimelineLane[] {
  const lanes = new Map<string, TimelineLane>();
  const open = (slot: Slot) => {
    const lane = lanes.get(keyOf(slot)) ?? { ...slot, bars: [], gaps: [] };
    lanes.set(keyOf(slot), lane);
    return lane;
  };
  for (const slot of slots) open(slot);
  for (const run of runs.toSorted((a, b) => (a.started_at ?? 0) - (b.started_at ?? 0))) {
    const bar = toBar(run);
    if (!bar || run.engine === null) continue;
    for (const slot of run.slot?.split(",") ?? []) {
      open({ engine: run.engine, slot, label: slot }).bars.push(bar);
    }
  }
  for (const lane of lanes.values()) {
    const own = causes.filter(({ engine }) => engine === null || engine === lane.engine);
    lane.gaps = findGaps(lane.bars, known, own);
  }
  return [...lanes.values()];
}

function toBar(run: TimelineRun): TimelineBar | undefined {
  if (run.started_at === null) return undefined;
  const { id, model_type, status, prompt_id, prompt_name, phase, computes_at } = run;
  const end = run.ended_at === null ? null : Math.max(run.started_at, run.ended_at);
  return {
    ...{ id, model_type, status, prompt_id, prompt_name, phase, computes_at },
    ...{ start: run.started_at, end },
  };
}
