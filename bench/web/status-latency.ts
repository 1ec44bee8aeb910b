import { setTimeout as sleep } from "node:timers/promises";
import { waitFor } from "../../tests/harness/wait-for";
import type { Figure } from "../measure";
import { summarize } from "../statistics";
import { noteSeen } from "./note-seen";
import { openPage } from "./open-page";
import { endRun, startRun } from "./turn-run";
import type { WebMeasure } from "./web-measure";

const paths = ["/", "/", "/runs", "/runs", "/runs?view=gallery"];
const FIRST = 1;
const RUNS = 20;
const PATIENCE_MS = 20_000;
const REST_MS = 200;
const SPREAD_MS = 300;

/** From before a run's row is changed until every one of five open pages has drawn it. */
export const statusLatency: WebMeasure = {
  name: "status",
  title: "A run's status → seen in five open tabs",
  run: async ({ product, newWindow }) => {
    const context = await newWindow();
    const tabs = await Promise.all(paths.map((path) => openPage(context, `${product.url}${path}`)));
    const reads = await Promise.all(tabs.map(noteSeen));
    const took: number[] = [];
    const slowest: number[] = [];
    const change = async (what: string, make: () => Promise<unknown>) => {
      const at = Date.now();
      await make();
      const seen = async () => {
        const times = await Promise.all(reads.map(async (read) => (await read())[what]));
        return times.every((time) => time !== undefined) && times;
      };
      const times = await waitFor(seen, `${what} to be seen in every tab`, PATIENCE_MS);
      took.push(...times.map((time) => time - at));
      slowest.push(Math.max(...times) - at);
      // Not in step with anything that ticks.
      await sleep(REST_MS + Math.random() * SPREAD_MS);
    };
    for (let nth = FIRST; nth < FIRST + RUNS; nth++) {
      const id = `q${String(nth).padStart(11, "0")}`;
      await change(`${id} running`, () => startRun(product, nth));
      await change(`${id} completed`, () => endRun(product, id));
    }
    await context.close();
    const figures: Figure[] = [
      { what: "change → one tab", unit: "ms", ...summarize(took) },
      {
        what: "change → all five tabs",
        unit: "ms",
        ...summarize(slowest),
        aim: { of: "p95", at_most: 200 },
      },
    ];
    return { figures, notes: [`The tabs show ${paths.map((path) => `\`${path}\``).join(", ")}.`] };
  },
};
