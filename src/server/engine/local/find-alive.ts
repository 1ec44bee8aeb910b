import { readFileSync } from "node:fs";
import { listProcesses } from "./list-processes";
import type { ProcessFacts } from "./parse-process";
import type { Birth } from "./read-birth";

/** The process that was born so, if it still lives. Never one that merely has its pid. */
export async function findAlive(birth: Birth | null): Promise<ProcessFacts | null> {
  if (!birth || (birth.boot !== "" && birth.boot !== currentBoot())) return null;
  const found = await listProcesses(birth.pid);
  return found.find((each) => isBorn(each, birth) && !each.zombie) ?? null;
}

/** True if `process` is the one `birth` names. */
export function isBorn(process: ProcessFacts, birth: Birth): boolean {
  return process.pid === birth.pid && process.started === birth.started;
}

let boot: string | undefined;

function currentBoot(): string {
  boot ??= readBoot();
  return boot;
}

function readBoot() {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}
