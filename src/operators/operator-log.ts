import { basename } from "node:path";

type Level = "INFO" | "SUCCESS" | "WARNING" | "ERROR" | "CRITICAL";

/** Prints `[MM-DD HH:MM:SS|LEVEL|file:line:function] message` on stdout, as the GPU models do. */
export function logLine(level: Level, message: string): void {
  process.stdout.write(`[${localTime(new Date())}|${level}|${caller()}] ${message}\n`);
}

export const logInfo = (message: string) => logLine("INFO", message);

function localTime(now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const date = `${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${date} ${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}

/** The first stack frame outside the log functions, as `file:line:function`. */
function caller(): string {
  const frames = (new Error().stack ?? "").split("\n").slice(1);
  const frame = frames.find((line) => !/\b(caller|logLine|logInfo)\b/.test(line)) ?? "";
  const found = /at (?:async )?(?:(\S+) \()?(?:file:\/\/)?(.+?):(\d+):\d+\)?$/.exec(frame);
  return found
    ? `${basename(found[2] ?? "")}:${found[3]}:${found[1] ?? "main"}`
    : "operator:0:main";
}
