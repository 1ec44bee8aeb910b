// Measures the console in Chromium: node scripts/bench-web.mjs [open|status|log|frames|memory …]
// [--minutes=60]; see bench/README.md.
import { findChromium } from "./ensure-chromium.mjs";
import { runBench } from "./run-bench.mjs";

await runBench({
  name: "bench-web",
  entry: "bench/web/main.ts",
  check() {
    if (!findChromium()) throw new Error("No Chromium was found; CHROME_PATH may name one.");
  },
});
