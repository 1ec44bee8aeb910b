import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSteps, staticSteps } from "./check-steps.mjs";
import { ensureChromium } from "./ensure-chromium.mjs";
import { ensureDocker } from "./ensure-docker.mjs";
import { assertNodeVersion, ensureInstalled } from "./ensure-installed.mjs";
import { failPlainly } from "./fail-plainly.mjs";

const root = join(import.meta.dirname, "..");
const args = process.argv.slice(2);
/** Asked for some of the tests: then only those are run. */
const narrowed = args.length > 0;

try {
  assertNodeVersion();
  await ensureInstalled();
  await ensureChromium();
  await ensureDocker();
  const { ensureBuilt } = await import("./ensure-built.mjs");
  await ensureBuilt();
} catch (error) {
  failPlainly(error);
}

const failedSteps = narrowed ? [] : await runSteps(staticSteps);
const { code, report } = await runVitest();
const results = summarize(report);
for (const name of results.skipped) console.log(`skipped: ${name}`);
for (const name of results.failed) console.log(`failed: ${name}`);
for (const name of failedSteps) console.log(`failed: check of ${name}`);
const nothingRan = results.passed === 0 && results.failed.length === 0;
if (nothingRan) console.log("No test ran.");

const passed = results.passed + (narrowed ? 0 : staticSteps.length - failedSteps.length);
const failed = results.failed.length + failedSteps.length;
const skipped = results.skipped.length > 0 ? `, ${results.skipped.length} skipped` : "";
console.log(`${passed} passed, ${failed} failed${skipped}`);
process.exit(failed > 0 || nothingRan || code !== 0 ? 1 : 0);

async function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), "cosmos-test-"));
  const file = join(folder, "report.json");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  try {
    const child = spawn(process.execPath, [vitest, "run", ...reporters, ...args], {
      cwd: root,
      stdio: "inherit",
    });
    const code = await new Promise((done) => child.once("close", done));
    return { code, report: JSON.parse(readFileSync(file, "utf8")) };
  } catch {
    return { code: 1, report: { testResults: [] } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that failed before its first test counts as one failure, by its name. */
function summarize({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const named = (...statuses) =>
    tests.filter((test) => statuses.includes(test.status)).map((test) => test.fullName);
  const brokenFiles = testResults
    .filter(
      (file) =>
        file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
    )
    .map((file) => `${file.name.replace(`${root}/`, "")}: ${file.message ?? ""}`.trim());
  return {
    passed: named("passed").length,
    failed: [...named("failed"), ...brokenFiles],
    skipped: named("skipped", "pending", "todo", "disabled"),
  };
}
