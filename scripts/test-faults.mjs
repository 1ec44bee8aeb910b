import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureDocker } from "./ensure-docker.mjs";
import { assertNodeVersion, ensureInstalled } from "./ensure-installed.mjs";
import { failPlainly } from "./fail-plainly.mjs";

/**
 * Plays every fault many times and prints a table of them. Arguments go to vitest, such as the path of
 * one file; COSMOS_FAULT_ROUNDS says how often.
 */
const root = join(import.meta.dirname, "..");
const rounds = process.env.COSMOS_FAULT_ROUNDS ?? "20";
const files = ["tests/docker/faults", "tests/docker/cancel-races.test.ts"];
/** Rows and containers must agree again so soon after a fault. */
const RECONCILED_MAX_MS = 10_000;

try {
  assertNodeVersion();
  await ensureInstalled();
  await ensureDocker();
} catch (error) {
  failPlainly(error);
}

const given = process.argv.slice(2);
const { code, report } = await runVitest(given.length > 0 ? given : files);
const faults = summarize(report);
console.log(`\n${table(faults)}`);
const failures = faults.reduce((sum, fault) => sum + fault.failures, 0);
const slow = faults.filter((fault) => fault.slowestMs > RECONCILED_MAX_MS);
for (const { name, slowestMs } of slow)
  console.log(`too slow: ${name} was not reconciled for ${seconds(slowestMs)} s`);
const played = faults.reduce((sum, fault) => sum + fault.rounds, 0);
console.log(`${faults.length} faults, ${played} rounds, ${failures} failures`);
process.exit(failures > 0 || slow.length > 0 || played === 0 || code !== 0 ? 1 : 0);

async function runVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), "cosmos-faults-"));
  const file = join(folder, "report.json");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  try {
    const child = spawn(
      process.execPath,
      [vitest, "run", "--project=docker", ...reporters, ...args],
      {
        cwd: root,
        env: { ...process.env, COSMOS_FAULT_ROUNDS: rounds },
        stdio: "inherit",
      },
    );
    const code = await new Promise((done) => child.once("close", done));
    return { code, report: JSON.parse(readFileSync(file, "utf8")) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One line for each fault over all of its rounds. */
function summarize({ testResults }) {
  const faults = new Map();
  for (const test of testResults.flatMap((file) => file.assertionResults)) {
    if (!["passed", "failed"].includes(test.status)) continue;
    const name = test.fullName.replace(/ · round \d+$/, "");
    const fault = faults.get(name) ?? { name, rounds: 0, failures: 0, ms: 0, slowestMs: 0 };
    fault.rounds += 1;
    if (test.status === "failed") fault.failures += 1;
    fault.ms += test.duration ?? 0;
    fault.slowestMs = Math.max(fault.slowestMs, test.meta?.reconciledMs ?? 0);
    faults.set(name, fault);
  }
  return [...faults.values()];
}

function table(faults) {
  const titles = ["fault", "rounds", "failures", "seconds", "slowest reconciled (s)"];
  const rows = faults.map(({ name, rounds, failures, ms, slowestMs }) => [
    name,
    String(rounds),
    String(failures),
    seconds(ms),
    slowestMs > 0 ? seconds(slowestMs) : "",
  ]);
  const widths = titles.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at].length)),
  );
  const line = (row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
      .join("  ");
  return [line(titles), ...rows.map(line)].join("\n");
}

function seconds(ms) {
  return (ms / 1000).toFixed(1);
}
