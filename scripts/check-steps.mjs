import { spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** @typedef {{ name: string, command: string[] }} CheckStep */

/** Everything that reads the source without running it: path below `node_modules`, then arguments. */
export const staticSteps = [
  { name: "format", command: ["@biomejs/biome/bin/biome", "format", "."] },
  { name: "types", command: ["typescript/bin/tsc", "--noEmit"] },
  { name: "lint", command: ["eslint/bin/eslint.js", "--max-warnings", "0", "src", "tests"] },
  {
    name: "layers",
    command: ["dependency-cruiser/bin/dependency-cruise.mjs", "src", "--output-type", "err"],
  },
  { name: "dead code", command: ["knip/bin/knip.js", "--no-progress"] },
];

export const unitTests = {
  name: "unit tests",
  command: ["vitest/vitest.mjs", "run", "--project", "unit"],
};

/**
 * Runs the steps, two at a time, and prints the time of each and the words of those that fail.
 * Returns the names of the failed ones.
 * @param {CheckStep[]} steps
 */
export async function runSteps(steps) {
  const failed = [];
  const waiting = [...steps];
  const workOff = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const startedAt = performance.now();
      const { code, output } = await runStep(step);
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(
        `${code === 0 ? "ok  " : "FAIL"} ${step.name.padEnd(10)} ${seconds.padStart(5)} s`,
      );
      if (code === 0) continue;
      failed.push(step.name);
      console.log(output.trimEnd());
    }
  };
  await Promise.all([workOff(), workOff()]);
  return failed;
}

function runStep({ command: [program, ...args] }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, "node_modules", program), ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    }
    child.once("close", (code) => resolve({ code, output }));
  });
}
