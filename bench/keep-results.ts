import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import type { Figure } from "./measure";
import { aimOf, type Result } from "./print-measured";
import { root } from "./root";

const folder = join(root, "bench/results");
const readme = join(root, "bench/README.md");
/** Where results go: the end of their file's name, and their place in the README. */
const places = {
  product: { suffix: "", begin: "<!-- results -->", end: "<!-- end of results -->" },
  web: { suffix: "-web", begin: "<!-- web results -->", end: "<!-- end of web results -->" },
} as const;
type Place = keyof typeof places;

interface Kept {
  date: string;
  host: { kind: string; cpu: string; memory_gb: number; node: string };
  results: Result[];
}

/** Puts a result into today's file of this kind of machine, and all of them into the README's table. */
export function keepResults(result: Result, place: Place = "product"): void {
  const date = new Date().toISOString().slice(0, 10);
  const host = describeHost();
  const file = join(folder, `${date}-${host.kind}${places[place].suffix}.json`);
  const earlier: Result[] = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Kept).results
    : [];
  const others = earlier.filter(({ name }) => name !== result.name);
  const kept: Kept = { date, host, results: [...others, result] };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  writeTable(kept, place);
}

function describeHost(): Kept["host"] {
  const all = cpus();
  return {
    kind: `${process.platform}-${process.arch}-${all.length}cpu`,
    cpu: all[0]?.model ?? "unknown",
    memory_gb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}

function writeTable({ date, host, results }: Kept, place: Place): void {
  const { begin, end } = places[place];
  const text = readFileSync(readme, "utf8");
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < 0) throw new Error("bench/README.md has no place for the results.");
  const machine = `${host.kind} (${host.cpu}, ${host.memory_gb} GB), Node ${host.node}`;
  const lines = [begin, "", `${date} on ${machine}.`, "", ...results.flatMap(tableOf)];
  writeFileSync(readme, `${text.slice(0, before)}${lines.join("\n")}${text.slice(after)}`);
}

function tableOf({ title, load, figures, steps = {}, notes = [] }: Result): string[] {
  return [
    `### ${title}`,
    "",
    ["Load average of the machine:", `${load.join(" → ")}.`, ...notes].join(" "),
    "",
    "| figure | p50 | p95 | min | max | n | ratio | aim |",
    "|---|--:|--:|--:|--:|--:|--:|---|",
    ...figures.map(rowOf),
    "",
    ...Object.entries(steps).flatMap(([what, step]) => [`${what}: ${stepsOf(step)}.`, ""]),
  ];
}

function rowOf(figure: Figure): string {
  const { what, unit, n, min, p50, p95, max, ratio } = figure;
  const many = n > 1 ? [p95, min, max] : ["", "", ""];
  const cells = [what, `${p50} ${unit}`, ...many, n, ratio ? `×${ratio}` : "", aimOf(figure)];
  return `| ${cells.join(" | ")} |`;
}

/** One line, in the order of time. */
function stepsOf(steps: Record<string, number>): string {
  return Object.entries(steps)
    .map(([step, ms]) => `${step} ${ms.toFixed(1)}`)
    .join(" · ");
}
