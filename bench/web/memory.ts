import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { Figure } from "../measure";
import type { Product } from "../start-product";
import { round, summarize } from "../statistics";
import { openPage } from "./open-page";
import { advanceRun, endRun, startRun } from "./turn-run";
import type { WebMeasure } from "./web-measure";

const FIRST = 31;
const RUNNING = 4;
const SETTLE_MS = 5000;
const EVERY_MS = 100;
const LINES = 20;

/** What pages hold at first and after minutes of news: four runs, ten changes and 200 lines a second. */
export const memory: WebMeasure = {
  name: "memory",
  title: "Memory of open pages",
  run: async ({ product, newWindow, minutes }) => {
    const context = await newWindow();
    const ids: string[] = [];
    for (let nth = FIRST; nth < FIRST + RUNNING; nth++) ids.push(await startRun(product, nth));
    const [followed = ""] = ids;
    const log = makeLog(product, followed);
    const paths = ["/", "/runs", `/runs/${followed}`];
    const pages: Page[] = [];
    for (const path of paths) pages.push(await openPage(context, `${product.url}${path}`));
    const until = (ms: number) => Date.now() + ms;
    await work(product, { ids, log, until: until(SETTLE_MS) });
    const before = await Promise.all(pages.map(readHeap));
    const changes = await work(product, { ids, log, until: until(minutes * 60_000) });
    const after = await Promise.all(pages.map(readHeap));
    await context.close();
    for (const id of ids) await endRun(product, id);
    const names = ["/", "/runs", "a run page with its log"];
    const figures = names.flatMap((name, index): Figure[] => [
      { what: `${name}, at first`, unit: "MB", ...summarize([before[index] ?? Number.NaN]) },
      {
        what: `${name}, after ${minutes} min`,
        unit: "MB",
        ...summarize([after[index] ?? Number.NaN]),
        ratio: round((after[index] ?? Number.NaN) / (before[index] ?? Number.NaN)),
      },
    ]);
    return { figures, notes: [`${changes} changes. The heap of scripts, after collecting.`] };
  },
};

interface Work {
  ids: readonly string[];
  log: () => void;
  /** In milliseconds since 1970. */
  until: number;
}

/** Returns how many times a run changed. */
async function work(product: Product, { ids, log, until }: Work): Promise<number> {
  let changes = 0;
  while (Date.now() < until) {
    await advanceRun(product, ids[changes % ids.length] ?? "", (changes % 1000) / 1000);
    log();
    changes++;
    await sleep(EVERY_MS);
  }
  return changes;
}

function makeLog({ dataDir }: Product, id: string): () => void {
  const folder = join(dataDir, "runs", id);
  mkdirSync(folder, { recursive: true });
  let line = 0;
  return () => {
    const lines = Array.from({ length: LINES }, () => `INFO step ${++line}: 41 ms, 9.8 GB\n`);
    appendFileSync(join(folder, "run.log"), lines.join(""));
  };
}

/** In MB of 1000 kB. */
async function readHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  const used = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value;
  if (used === undefined) throw new Error("The browser does not tell its heap.");
  return round(used / 1e6);
}
