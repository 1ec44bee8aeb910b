import { createRun } from "@/server/runs/create-run";
import { insertPrompt } from "../tests/harness/factories";
import type { Measure } from "./measure";
import { spawnDirectly } from "./spawn-directly";
import { type Product, withProduct } from "./start-product";
import { medians, round, summarize } from "./statistics";
import { type EndedRun, waitForEnd } from "./wait-for-end";

const RUNS = 100;
const WARM_UP = 5;
const AIM_MS = 50;

interface Submission extends EndedRun {
  asked: number;
  answered: number;
}

/** From asking for a run with a free slot to the first instruction of its process. */
export const submitToStart: Measure = {
  name: "submit",
  title: "Submit → process started, with a free slot",
  run: () => withProduct(measure),
};

async function measure(product: Product) {
  const direct: number[] = [];
  const called: Submission[] = [];
  const posted: Submission[] = [];
  const { id: prompt_id } = await insertPrompt(product.ctx.db, { prompt_text: "{}" });
  const run = { model_type: "enhance", prompt_id, execution_config: { create_new: false } };
  for (let at = -WARM_UP; at < RUNS; at++) {
    // In turns, so that whatever else the machine does meets all of them alike.
    const spawned = await spawnDirectly();
    const byCall = await submit(product, async () => (await createRun(product.ctx, run)).id);
    const byPost = await submit(product, () => post(product.url, run));
    if (at < 0) continue;
    direct.push(spawned.process_began - spawned.asked);
    called.push(byCall);
    posted.push(byPost);
  }
  const directly = summarize(direct);
  const aim = { of: "p95", at_most: round(directly.p50 + AIM_MS) } as const;
  const figure = (what: string, submissions: Submission[]) => {
    const took = summarize(submissions.map((each) => each.process_began - each.asked));
    return { what, unit: "ms", ...took, aim, ratio: round(took.p50 / directly.p50) } as const;
  };
  return {
    figures: [
      { what: "spawned directly", unit: "ms", ...directly } as const,
      figure("createRun → process began", called),
      figure("HTTP runs.create → process began", posted),
    ],
    steps: { createRun: medians(called.map(sinceAsked)), HTTP: medians(posted.map(sinceAsked)) },
  };
}

/** One run from start to end, alone on a machine that has nothing else to do for Cosmos. */
async function submit(product: Product, create: () => Promise<string>): Promise<Submission> {
  await product.rest();
  const asked = Date.now();
  const id = await create();
  const answered = Date.now();
  const [ended] = await waitForEnd(product, [id]);
  if (!ended) throw new Error(`Run ${id} is gone.`);
  return { asked, answered, ...ended };
}

async function post(url: string, run: object): Promise<string> {
  const response = await fetch(`${url}/api/trpc/runs.create`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(run),
  });
  if (!response.ok) throw new Error(`runs.create answered ${response.status}.`);
  const body: { result: { data: { id: string } } } = await response.json();
  return body.result.data.id;
}

const sinceAsked = (run: Submission) => ({
  "transaction began": run.row_created - run.asked,
  "caller has the record": run.answered - run.asked,
  claimed: run.claimed - run.asked,
  "container's record made": (run.container_made ?? Number.NaN) - run.asked,
  "supervisor lives": (run.supervisor_began ?? Number.NaN) - run.asked,
  "gate opened": (run.gate_opened ?? Number.NaN) - run.asked,
  "entry passed the gate": (run.gate_passed ?? Number.NaN) - run.asked,
  "process began": run.process_began - run.asked,
  "its script began": run.script_began - run.asked,
});
