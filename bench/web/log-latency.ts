import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { waitFor } from "../../tests/harness/wait-for";
import { summarize } from "../statistics";
import { noteFrames } from "./note-frames";
import { openPage } from "./open-page";
import { endRun, startRun } from "./turn-run";
import type { WebMeasure } from "./web-measure";

const RUN = 30;
const LINES_PER_SECOND = 5000;
const SECONDS = 12;
const BATCH_MS = 20;

interface Shown {
  at: number;
  /** The last line that was drawn. */
  line: number;
}

/** A log that grows by 5,000 lines a second, followed on the page of its run. */
export const logLatency: WebMeasure = {
  name: "log",
  title: "A line of a log → drawn, at 5,000 lines a second",
  run: async ({ product, newWindow }) => {
    const id = await startRun(product, RUN);
    const folder = join(product.dataDir, "runs", id);
    mkdirSync(folder, { recursive: true });
    const write = writer(join(folder, "run.log"));
    await write(1);
    const page = await openPage(await newWindow(), `${product.url}/runs/${id}`);
    await page.getByText(/lines?, following/).waitFor();
    await page.evaluate(noteShown);
    const endFrames = await noteFrames(page);
    const written = await write(SECONDS);
    const last = written.at(-1)?.line ?? 0;
    const readShown = () => page.evaluate(() => (window as unknown as { shown: Shown[] }).shown);
    const shown = await waitFor(async () => {
      const all = await readShown();
      return (all.at(-1)?.line ?? 0) >= last && all;
    }, "the last line to be drawn");
    const frames = await endFrames();
    await page.context().close();
    await endRun(product, id);
    const took = written.map(({ at, line }) => {
      const drawn = shown.find((each) => each.line >= line);
      return (drawn?.at ?? Number.NaN) - at;
    });
    return {
      figures: [
        {
          what: "written → drawn",
          unit: "ms",
          ...summarize(took),
          aim: { of: "p95", at_most: 250 },
        },
        {
          what: "frames meanwhile",
          unit: "ms",
          ...summarize(frames),
          aim: { of: "max", at_most: 100 },
        },
      ],
      notes: [`${last.toLocaleString("en")} lines, in ${BATCH_MS} ms' worth at a time.`],
    };
  },
};

/** Returns what writes for some seconds and says when which line was the last written. */
function writer(file: string) {
  let line = 0;
  return async (seconds: number): Promise<Shown[]> => {
    const written: Shown[] = [];
    const [began, before] = [Date.now(), line];
    for (let at = began; at < began + seconds * 1000; at = Date.now()) {
      const due = before + Math.round(((at - began + BATCH_MS) / 1000) * LINES_PER_SECOND);
      const lines: string[] = [];
      while (line < due) lines.push(`INFO step ${++line}: loss 0.0${line % 977}, 41 ms, 9.8 GB\n`);
      appendFileSync(file, lines.join(""));
      written.push({ at: Date.now(), line });
      await sleep(BATCH_MS);
    }
    return written;
  };
}

/** Runs in the page: notes which line is the last one drawn with every change of the log. */
function noteShown(): void {
  const shown: Shown[] = [];
  Object.assign(window, { shown });
  const log = document.querySelector("[role=log]");
  if (!log) throw new Error("The page shows no log.");
  const look = () => {
    const rows = log.querySelectorAll<HTMLElement>("[data-line]");
    const line = Number(rows[rows.length - 1]?.dataset.line);
    if (line > (shown.at(-1)?.line ?? 0)) shown.push({ at: Date.now(), line });
  };
  look();
  new MutationObserver(look).observe(log, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ["data-line"],
  });
}
