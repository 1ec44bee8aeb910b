import { type Figure, type Measured, meetsAim } from "./measure";

export interface Result extends Measured {
  name: string;
  title: string;
  /** How long it took to measure. */
  seconds: number;
  /** Load average of the last minute, before and after. */
  load: number[];
}

export function printMeasured(result: Result): void {
  const { title, seconds, load } = result;
  console.log(`\n${title} (measured in ${seconds} s, load ${load.join(" → ")})`);
  for (const figure of result.figures) console.log(`  ${describe(figure)}`);
  for (const note of result.notes ?? []) console.log(`  ${note}`);
  for (const [what, steps] of Object.entries(result.steps ?? {})) {
    console.log(`  medians of ${what}:`);
    for (const [step, ms] of Object.entries(steps)) {
      console.log(`    ${step.padEnd(28)} ${ms.toFixed(1).padStart(8)} ms`);
    }
  }
}

function describe(figure: Figure): string {
  const { what, unit, n, min, p50, p95 } = figure;
  const values = n > 1 ? `p50 ${p50}  p95 ${p95}  min ${min}  (n ${n})` : String(p50);
  return [`${what.padEnd(42)} ${values} ${unit}`, ratioOf(figure), aimOf(figure)]
    .filter(Boolean)
    .join("  ");
}

const ratioOf = ({ ratio }: Figure) => (ratio === undefined ? "" : `×${ratio}`);

/** What was aimed at, and whether it was reached. */
export function aimOf(figure: Figure): string {
  const { aim, n, unit } = figure;
  if (!aim) return "";
  const bound = "at_most" in aim ? `≤ ${aim.at_most}` : `≥ ${aim.at_least}`;
  const limit = `${n > 1 ? `${aim.of} ` : ""}${bound} ${unit}`;
  return `aim ${limit}: ${meetsAim(figure) ? "met" : "missed"}`;
}
