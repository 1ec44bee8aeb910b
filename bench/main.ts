import { loadavg } from "node:os";
import { activityPage } from "./activity-page";
import { demo } from "./demo";
import { dockerGap } from "./docker/docker-gap";
import { dockerLog } from "./docker/docker-log";
import { dockerMany } from "./docker/docker-many";
import { dockerRun } from "./docker/docker-run";
import { footprint } from "./footprint";
import { idleGap } from "./idle-gap";
import { keepResults } from "./keep-results";
import type { Measure } from "./measure";
import { printMeasured } from "./print-measured";
import { submitToStart } from "./submit-to-start";

const short: Measure[] = [submitToStart, idleGap, activityPage, footprint];
const docker: Measure[] = [dockerRun, dockerGap, dockerLog, dockerMany];
const all = [...short, ...docker, demo];

/** Measures what is named, or all that does not take long. Only what is wrong fails, not what is slow. */
async function main(names: string[]): Promise<void> {
  const unknown = names.find((name) => !all.some((measure) => measure.name === name));
  if (unknown) {
    const known = all.map(({ name }) => name).join(", ");
    throw new Error(`There is no measure ${unknown}; choose from: ${known}.`);
  }
  const chosen =
    names.length > 0 ? all.filter(({ name }) => names.includes(name)) : [...short, ...docker];
  for (const measure of chosen) {
    const startedAt = performance.now();
    const before = loadavg();
    const measured = await measure.run();
    const load = [before, loadavg()].map(([lastMinute = 0]) => Math.round(lastMinute * 10) / 10);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const result = { name: measure.name, title: measure.title, seconds, load, ...measured };
    printMeasured(result);
    keepResults(result);
  }
}

const names = process.argv.slice(2).map((argument) => argument.replace(/^--/, ""));
await main(names).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
// Connections kept for the next request would hold the program.
process.exit(0);
