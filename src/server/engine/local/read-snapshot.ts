import { readdir, readFile, stat } from "node:fs/promises";
import { containerFiles, latestStart } from "./container-files";
import { findAlive } from "./find-alive";
import type { ProcessFacts } from "./parse-process";
import { type Birth, readBirth } from "./read-birth";

/** A supervisor that has not said who it is by then never will. */
const STARTING_MS = 10_000;

/** What a container's files and processes say at one moment. */
export interface Snapshot {
  /** How often it was started so far. */
  start: number;
  /** The latest supervisor has begun to start and has not yet said who it is. */
  starting: boolean;
  supervisor: ProcessFacts | null;
  program: ProcessFacts | null;
  begun_at: Date | null;
  killed_at: Date | null;
  exit: { code: number; at: Date } | null;
}

/** Null when the container has been removed. */
export async function readSnapshot(recordFolder: string): Promise<Snapshot | null> {
  const files = containerFiles(recordFolder);
  const names = await readdir(recordFolder).catch(() => null);
  if (!names) return null;
  const start = latestStart(names);
  const [startedAt, begun_at, killed_at, exit, birth, begun] = await Promise.all([
    timeOf(files.started(start)),
    timeOf(files.begun),
    timeOf(files.killed),
    readExit(files.exitCode),
    readBirth(files.started(start)),
    readBirth(files.begun),
  ]);
  const starting = !birth && startedAt !== null && Date.now() - startedAt.getTime() < STARTING_MS;
  if (exit) return { start, starting, supervisor: null, program: null, begun_at, killed_at, exit };
  const supervisor = await findAlive(birth);
  const program = await findAlive(withBoot(begun, birth));
  return { start, starting, supervisor, program, begun_at, killed_at, exit };
}

/** The program says only its pid and start; the boot is its supervisor's. */
function withBoot(begun: Birth | null, supervisor: Birth | null): Birth | null {
  return begun && { ...begun, boot: supervisor?.boot ?? "" };
}

async function timeOf(path: string): Promise<Date | null> {
  return (await stat(path).catch(() => null))?.mtime ?? null;
}

async function readExit(path: string) {
  const text = await readFile(path, "utf8").catch(() => "");
  const at = await timeOf(path);
  const code = Number.parseInt(text, 10);
  return at && Number.isInteger(code) ? { code, at } : null;
}
