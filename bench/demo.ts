import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { inheritEnv } from "@/env";
import { freePort } from "../tests/harness/free-port";
import type { Figure, Measure } from "./measure";
import { root } from "./root";
import { summarize } from "./statistics";

const TOTAL_AIM_S = 240;
const RUNS_AIM_S = 90;

/** What the demo prints when it begins each part of its work. */
const parts = {
  install: /^Installing/,
  build: /^Building/,
  start: /^Starting Cosmos/,
  "three runs": /^Cosmos is ready/,
  stop: /^run +operation/,
};

/** `npm run demo -- --exit` in a fresh clone of what was committed, with npm's cache as it is. */
export const demo: Measure = {
  name: "demo",
  title: "Demo in a fresh clone",
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "cosmos-demo-"));
    chmodSync(folder, 0o755);
    try {
      const clone = join(folder, "cosmos");
      execFileSync("git", ["clone", "--quiet", "--local", root, clone]);
      return { figures: await timeDemo(clone) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function timeDemo(clone: string): Promise<Figure[]> {
  const began = performance.now();
  const port = String(await freePort());
  const env = inheritEnv({ PORT: port, COSMOS_DATA_DIR: "", DATABASE_URL: "" });
  const child = spawn("npm", ["run", "demo", "--", "--exit"], {
    cwd: clone,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const begins = noteBegins(child);
  const code = await new Promise((resolve) => child.once("close", resolve));
  const ended = performance.now();
  if (code !== 0) throw new Error(`The demo ended with ${code}.`);
  const noted = [...begins];
  const figures = noted.map(([what, at], index): Figure => {
    const until = noted[index + 1]?.[1] ?? ended;
    const aim = { of: "p50", at_most: RUNS_AIM_S } as const;
    return { ...secondsOf(what, until - at), ...(what === "three runs" && { aim }) };
  });
  const aim = { of: "p50", at_most: TOTAL_AIM_S } as const;
  return [...figures, { ...secondsOf("total", ended - began), aim }];
}

/** When each part began, in order, as the lines come; they are passed on. */
function noteBegins(child: ChildProcess): Map<string, number> {
  const begins = new Map<string, number>();
  for (const input of [child.stdout, child.stderr]) {
    if (!input) continue;
    createInterface({ input }).on("line", (line) => {
      console.log(`  | ${line}`);
      const [part] = Object.entries(parts).find(([, pattern]) => pattern.test(line)) ?? [];
      if (part && !begins.has(part)) begins.set(part, performance.now());
    });
  }
  return begins;
}

const secondsOf = (what: string, ms: number): Figure => ({
  what,
  unit: "s",
  ...summarize([ms / 1000]),
});
