import { readFile } from "node:fs/promises";
import { ifThere } from "./if-there";
import { parseProcStat } from "./parse-process";

/** Names one process for good: a recycled pid has another `started`, or another `boot`. */
export interface Birth {
  pid: number;
  started: string;
  /** Boot of the machine it belongs to; empty where unknown. */
  boot: string;
}

/** Reads what an entry script wrote about itself; null if missing or not yet complete. */
export async function readBirth(path: string): Promise<Birth | null> {
  const text = (await ifThere(readFile(path, "utf8"))) ?? "";
  if (!text.endsWith("\n")) return null;
  const [first = "", line = "", boot = ""] = text.split("\n");
  const [pid = ""] = first.split(" ");
  const started = parseProcStat(line)?.started ?? line.trim().replace(/\s+/g, " ");
  if (!/^\d+$/.test(pid) || started === "") return null;
  return { pid: Number(pid), started, boot };
}
