// Measures the built product: node scripts/bench.mjs [submit|gap|page|start|demo …]; see bench/README.md.
import { runBench } from "./run-bench.mjs";

await runBench({ name: "bench", entry: "bench/main.ts" });
