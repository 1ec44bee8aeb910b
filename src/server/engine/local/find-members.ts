import { readFileSync } from "node:fs";
import { containerFiles } from "./container-files";
import { isBorn } from "./find-alive";
import { listProcesses } from "./list-processes";
import type { ProcessFacts } from "./parse-process";
import { readSnapshot } from "./read-snapshot";

/**
 * Returns a function that lists the live processes of a container, its supervisor left out: what
 * descends from it, what shares its session or group and, on Linux, whatever has its TMPDIR in the
 * environment, which also finds the ones that went into the background with a session of their own.
 */
export function memberFinder(recordFolder: string): () => Promise<ProcessFacts[]> {
  const marker = `TMPDIR=${containerFiles(recordFolder).tmp}`;
  const marked = new Map<string, boolean>();
  const isMarked = (process: ProcessFacts) => {
    const key = `${process.pid} ${process.started}`;
    const known = marked.get(key) ?? hasInEnvironment(process.pid, marker);
    marked.set(key, known);
    return known;
  };
  return async () => {
    const snapshot = await readSnapshot(recordFolder);
    const all = (await listProcesses()).filter((each) => !each.zombie);
    const { supervisor = null, program = null } = snapshot ?? {};
    const family = descendants(all, [supervisor, program]);
    return all.filter((each) => {
      if (supervisor && isBorn(each, { ...supervisor, boot: "" })) return false;
      const near = program !== null && (each.sid === program.pid || each.pgid === program.pid);
      return near || family.has(each.pid) || isMarked(each);
    });
  };
}

function descendants(all: ProcessFacts[], roots: (ProcessFacts | null)[]): Set<number> {
  const family = new Set(roots.flatMap((root) => root?.pid ?? []));
  for (let before = -1; before !== family.size; ) {
    before = family.size;
    for (const each of all) if (family.has(each.ppid)) family.add(each.pid);
  }
  return family;
}

function hasInEnvironment(pid: number, assignment: string) {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(assignment);
  } catch {
    return false; // another user's, ended, or no Linux
  }
}
