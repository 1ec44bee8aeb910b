import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { launchChromium } from "../../tests/browser/launch-chromium";
import { keepResults } from "../keep-results";
import { printMeasured } from "../print-measured";
import { withProduct } from "../start-product";
import { frames } from "./frames";
import { logLatency } from "./log-latency";
import { memory } from "./memory";
import { opening } from "./opening";
import { seedRuns } from "./seed-runs";
import { statusLatency } from "./status-latency";
import type { WebMeasure } from "./web-measure";

const RUNS = 100_000;
const viewport = { width: 1440, height: 900 };
const all: WebMeasure[] = [opening, statusLatency, logLatency, frames, memory];

/** Measures what is named, or all. Only what is wrong fails, not what is slow. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { minutes: { type: "string", default: "2" } },
  });
  const known = all.map(({ name }) => name);
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown) throw new Error(`There is no measure ${unknown}; choose from: ${known.join(", ")}.`);
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error("--minutes takes a number above 0.");

  const browser = await launchChromium();
  const newWindow = () => browser.newContext({ viewport });
  const chosen = all.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  try {
    // Without its worker, so that rows change only as this program says.
    await withProduct(
      async (product) => {
        await seedRuns(product, RUNS);
        for (const { name, title, run } of chosen) {
          const startedAt = performance.now();
          const before = loadavg();
          const measured = await run({ product, newWindow, minutes });
          const load = [before, loadavg()].map(([last = 0]) => Math.round(last * 10) / 10);
          const seconds = Math.round((performance.now() - startedAt) / 1000);
          const result = { name, title, seconds, load, ...measured };
          printMeasured(result);
          keepResults(result, "web");
        }
      },
      {},
      "web",
    );
  } finally {
    await browser.close();
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
// Connections kept for the next request would hold the program.
process.exit(0);
