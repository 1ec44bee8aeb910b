/** One process as the operating system knows it now. */
export interface ProcessFacts {
  pid: number;
  ppid: number;
  pgid: number;
  /** 0 where the system does not tell. */
  sid: number;
  /** When it began, in the system's own words: with the pid, this names a process for good. */
  started: string;
  /** It has ended, only its parent has not looked yet. */
  zombie: boolean;
}

/** Parses a line of `/proc/<pid>/stat` (proc(5); the name in brackets may hold anything). */
export function parseProcStat(line: string): ProcessFacts | null {
  const pid = Number.parseInt(line, 10);
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const [state, ppid, pgid, sid] = fields;
  const started = fields[19];
  if (!Number.isInteger(pid) || state === undefined || !started) return null;
  const zombie = state === "Z" || state === "X";
  return { pid, ppid: Number(ppid), pgid: Number(pgid), sid: Number(sid), started, zombie };
}

/** Parses a line of `ps -o pid=,ppid=,pgid=,stat=,lstart=`. */
export function parsePsLine(line: string): ProcessFacts | null {
  const [pid, ppid, pgid, stat, ...lstart] = line.trim().split(/\s+/);
  if (!pid || !stat || lstart.length === 0) return null;
  const started = lstart.join(" ");
  const zombie = stat.startsWith("Z");
  return { pid: Number(pid), ppid: Number(ppid), pgid: Number(pgid), sid: 0, started, zombie };
}
