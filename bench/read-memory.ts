import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { round } from "./statistics";

/** In MB of 1000 kB. PSS shares what several processes map among them, so that it may be added up. */
export interface Memory {
  part: string;
  rss: number;
  pss: number;
}

/** What each part of the product takes, by `/proc`; nothing where there is none. */
export function readMemory(npmPid: number, dataDir: string): Memory[] {
  if (process.platform !== "linux") return [];
  const tree = descendants(npmPid);
  const named = (name: string) => tree.filter((pid) => commandLine(pid).includes(name));
  const postmaster = Number(
    readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0],
  );
  const parts = {
    web: named("web.mjs"),
    worker: named("worker.mjs"),
    database: descendants(postmaster),
    supervisor: named("start.mjs").filter((pid) => !commandLine(pid).startsWith("sh")),
  };
  return Object.entries(parts).map(([part, pids]) => {
    if (pids.length === 0) throw new Error(`No process of the ${part} was found.`);
    return { part, ...sumUp(pids) };
  });
}

function sumUp(pids: number[]) {
  const sum = (field: string) =>
    round(pids.reduce((total, pid) => total + readBytes(pid, field), 0) / 1e6);
  return { rss: sum("Rss"), pss: sum("Pss") };
}

function readBytes(pid: number, field: string): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0) * 1024;
}

/** A process with all that it started. */
function descendants(pid: number): number[] {
  const all = readdirSync("/proc").map(Number).filter(Boolean);
  const parents = new Map(all.map((each) => [each, parentOf(each)]));
  const found = [pid];
  for (const each of found) found.push(...all.filter((child) => parents.get(child) === each));
  return found;
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
