import { pauseQueue, resumeQueue } from "@/server/activity/switch-queue";
import { createRun } from "@/server/runs/create-run";
import { insertPrompt } from "../tests/harness/factories";
import type { Figure, Measure } from "./measure";
import type { OperatorTimes } from "./operator-times";
import { spawnDirectly } from "./spawn-directly";
import { type Product, withProduct } from "./start-product";
import { medians, round, summarize } from "./statistics";
import { type EndedRun, waitForEnd } from "./wait-for-end";

/** Long enough that the next in line is staged meanwhile, as it is in any real queue. */
const LAST_MS = 150;
const AIM_MS = 30;

export interface Queue {
  what: string;
  runs: number;
  /** How long each lasts, in ms. */
  last_ms?: number;
  model_type: string;
  execution_config: Record<string, unknown>;
}

const bare: Queue = {
  what: "queue of 100 runs",
  runs: 100,
  model_type: "enhance",
  execution_config: { create_new: false },
};
/** While the next one starts, the last one's video is decoded and its pictures are made. */
const withVideos: Queue = {
  what: "queue of 25 runs that leave a video",
  runs: 25,
  model_type: "transfer",
  execution_config: {},
};

/** How long the slot is idle between the end of one run's process and the beginning of the next. */
export const idleGap: Measure = {
  name: "gap",
  title: "Idle gap between two runs of a full queue",
  run: () => withProduct(measure),
};

async function measure(product: Product) {
  const direct: OperatorTimes[] = [];
  for (let at = 0; at < 30; at++) direct.push(await spawnDirectly());
  const directly = summarize(gapsOf(direct).map((gap) => gap["process began"]));
  const aim = { of: "p95", at_most: AIM_MS } as const;
  const figures: Figure[] = [{ what: "spawned directly in turn", unit: "ms", ...directly }];
  const steps: Record<string, Record<string, number>> = {};
  const notes: string[] = [];
  for (const queue of [bare, withVideos]) {
    const ended = await runQueue(product, queue);
    const gaps = gapsOf(ended);
    const took = summarize(gaps.map((gap) => gap["process began"]));
    const ratio = round(took.p50 / directly.p50);
    figures.push({ what: queue.what, unit: "ms", ...took, aim, ratio });
    steps[queue.what] = medians(gaps);
    notes.push(`Of the ${queue.what}, ${countStaged(ended)} were staged in time.`);
  }
  return { figures, steps, notes };
}

/** Works off a queue that was full when it began; returns its runs. */
export async function runQueue(product: Product, queue: Queue): Promise<EndedRun[]> {
  const { ctx } = product;
  const prompt_text = JSON.stringify({ last_ms: queue.last_ms ?? LAST_MS });
  const { id: prompt_id } = await insertPrompt(ctx.db, { prompt_text });
  await pauseQueue(ctx);
  const { model_type, execution_config } = queue;
  const ids: string[] = [];
  for (let at = 0; at < queue.runs; at++) {
    ids.push((await createRun(ctx, { model_type, prompt_id, execution_config })).id);
  }
  await resumeQueue(ctx);
  const ended = await waitForEnd(product, ids);
  await product.rest();
  return ended;
}

/** The time between one process's last instruction and the next one's first, in ms. */
export function idleGaps(runs: readonly OperatorTimes[]): number[] {
  return gapsOf([...runs]).map((gap) => gap["process began"]);
}

/** What happened after each process's last instruction, in ms. Throws if two ran at a time. */
function gapsOf(runs: (OperatorTimes & Partial<EndedRun>)[]) {
  const inOrder = runs.toSorted((a, b) => a.process_began - b.process_began);
  return inOrder.slice(1).map((run, at) => {
    const last = inOrder[at];
    if (!last || run.process_began < last.ended) throw new Error("Two runs shared a slot.");
    const since = (time = Number.NaN) => time - last.ended;
    return {
      "its exit is noted": since(last.exit_noted),
      "next one claimed": since(run.claimed),
      "its gate opened": since(run.gate_opened),
      "entry passed the gate": since(run.gate_passed),
      "process began": since(run.process_began),
      "its script began": since(run.script_began),
    };
  });
}

/** Those whose container waited at its gate when the run before ended. */
function countStaged(runs: EndedRun[]): number {
  const inOrder = runs.toSorted((a, b) => a.process_began - b.process_began);
  return inOrder.filter((run, at) => {
    const last = inOrder[at - 1];
    return last && run.supervisor_began && run.supervisor_began < last.ended;
  }).length;
}
