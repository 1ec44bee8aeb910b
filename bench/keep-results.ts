import { readdirSync, readFileSync, writeFileSync } from "node:fs";
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

/**
 * Puts a result into today's file of this kind of machine, and the newest one of each measure into the
 * README's tables.
 */
export function keepResults(result: Result, place: Place = "product"): void {
  const date = new Date().toISOString().slice(0, 10);
  const host = describeHost();
  const ending = `-${host.kind}${places[place].suffix}.json`;
  const kept = readKept(ending);
  const earlier = kept.find((each) => each.date === date)?.results ?? [];
  const results = [...earlier.filter(({ name }) => name !== result.name), result];
  const today: Kept = { date, host, results };
  writeFileSync(join(folder, `${date}${ending}`), `${JSON.stringify(today, null, 2)}\n`);
  writeTables([...kept.filter((each) => each.date !== date), today], place);
}

/** All results in files that end so, the oldest first. */
function readKept(ending: string): Kept[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
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

function writeTables(kept: Kept[], place: Place): void {
  const { begin, end } = places[place];
  const newest = new Map<string, { kept: Kept; result: Result }>();
  for (const each of kept) {
    for (const result of each.results) newest.set(result.name, { kept: each, result });
  }
  const text = readFileSync(readme, "utf8");
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < 0) throw new Error("bench/README.md has no place for the results.");
  const tables = [...newest.values()].flatMap(({ kept, result }) => tableOf(result, kept));
  const lines = [begin, "", ...tables];
  writeFileSync(readme, `${text.slice(0, before)}${lines.join("\n")}${text.slice(after)}`);
}

function tableOf(
  { title, load, figures, steps = {}, notes = [] }: Result,
  { date, host }: Kept,
): string[] {
  const machine = `${host.kind} (${host.cpu}, ${host.memory_gb} GB), Node ${host.node}`;
  return [
    `### ${title}`,
    "",
    [`${date} on ${machine}, load average ${load.join(" → ")}.`, ...notes].join(" "),
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
