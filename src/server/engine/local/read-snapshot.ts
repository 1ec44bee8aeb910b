import { readdir, readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { containerFiles, latestStart } from "./container-files";
import { findAlive } from "./find-alive";
import { ifThere } from "./if-there";
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
  const names = await ifThere(readdir(recordFolder));
  if (!names) return null;
  const start = latestStart(names);
  const has = (path: string) => names.includes(basename(path));
  const timeOf = async (path: string) => (has(path) ? readTime(path) : null);
  const [begun_at, killed_at, exit] = await Promise.all([
    timeOf(files.begun),
    timeOf(files.killed),
    has(files.exitCode) ? readExit(files.exitCode) : null,
  ]);
  const ended = { start, starting: false, supervisor: null, program: null };
  if (exit || start === 0) return { ...ended, begun_at, killed_at, exit };

  const birth = await readBirth(files.started(start));
  const startedAt = await timeOf(files.started(start));
  const starting = !birth && startedAt !== null && Date.now() - startedAt.getTime() < STARTING_MS;
  const begun = has(files.begun) ? await readBirth(files.begun) : null;
  const [supervisor, program] = [await findAlive(birth), await findAlive(withBoot(begun, birth))];
  return { start, starting, supervisor, program, begun_at, killed_at, exit };
}

/** The program says only its pid and start; the boot is its supervisor's. */
function withBoot(begun: Birth | null, supervisor: Birth | null): Birth | null {
  return begun && { ...begun, boot: supervisor?.boot ?? "" };
}

async function readTime(path: string): Promise<Date | null> {
  return (await ifThere(stat(path)))?.mtime ?? null;
}

async function readExit(path: string) {
  const text = (await ifThere(readFile(path, "utf8"))) ?? "";
  const at = await readTime(path);
  const code = Number.parseInt(text, 10);
  return at && Number.isInteger(code) ? { code, at } : null;
}
