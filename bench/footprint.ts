import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Figure, Measure } from "./measure";
import { type Memory, readMemory } from "./read-memory";
import { startWithNpm } from "./start-with-npm";
import { summarize } from "./statistics";

const STARTS = 3;
const SETTLE_MS = 5000;
const AIM_S = 4;

type Started = Awaited<ReturnType<typeof startWithNpm>>;

/** How long `npm start` takes, and what the product needs when nothing happens. */
export const footprint: Measure = {
  name: "start",
  title: "npm start, and memory when idle",
  run: async () => {
    const first: Started[] = [];
    const again: Started[] = [];
    let memory: Memory[] = [];
    for (let at = 0; at < STARTS; at++) {
      const dataDir = mkdtempSync(join(tmpdir(), "cosmos-bench-"));
      // The built-in database may run under another account than ours.
      chmodSync(dataDir, 0o755);
      try {
        const fresh = await startWithNpm(dataDir);
        first.push(fresh);
        await fresh.stop();
        const started = await startWithNpm(dataDir);
        again.push(started);
        if (at === STARTS - 1) {
          await sleep(SETTLE_MS);
          memory = readMemory(started.pid, dataDir);
        }
        await started.stop();
      } finally {
        rmSync(dataDir, { recursive: true, force: true });
      }
    }
    return {
      figures: [
        ...startFigures("first start, empty data folder", first),
        ...startFigures("start with existing data", again),
        ...memory.flatMap(memoryFigures),
      ],
    };
  },
};

function startFigures(what: string, starts: Started[]): Figure[] {
  const seconds = (of: (start: Started) => number) => summarize(starts.map((each) => of(each)));
  const aim = { of: "p50", at_most: AIM_S } as const;
  return [
    { what: `${what} → /api/health`, unit: "s", ...seconds((start) => start.healthy), aim },
    { what: `${what} → /`, unit: "s", ...seconds((start) => start.page), aim },
  ];
}

function memoryFigures({ part, rss, pss }: Memory): Figure[] {
  return [
    { what: `${part}, RSS`, unit: "MB", ...summarize([rss]) },
    { what: `${part}, PSS`, unit: "MB", ...summarize([pss]) },
  ];
}
