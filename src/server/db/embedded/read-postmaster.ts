import { readFileSync } from "node:fs";
import { join } from "node:path";
import { identifyProcess } from "./identify-process";

/** What a Postgres server wrote into its lock file, `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  /** Whole text of the lock file, to recognise it again. */
  text: string;
  /** It says that it accepts connections. */
  ready: boolean;
  process: ReturnType<typeof identifyProcess>;
}

/**
 * Reads the lock file of a cluster; undefined where there is none.
 * Its lines: https://www.postgresql.org/docs/18/storage-file-layout.html (first pid, last status).
 */
export function readPostmaster(clusterDir: string): Postmaster | undefined {
  let text: string;
  try {
    text = readFileSync(join(clusterDir, "postmaster.pid"), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const lines = text.split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!(pid > 1)) return { pid: 0, text, ready: false, process: "gone" };
  const ready = lines[7]?.trim() === "ready";
  return { pid, text, ready, process: identifyProcess(pid, clusterDir) };
}
