import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { limitTo } from "@/domain/limit-to";
import { endWithProcess } from "./end-with-process";
import type { Ffmpeg } from "./resolve-ffmpeg";

/** Each takes a core. Many at once would all be late, and none done when this process is killed. */
const inTurn = limitTo(2);

/**
 * Runs ffmpeg to its end, when its turn comes. File arguments must be absolute.
 * @throws Error with ffmpeg's last words, or when `timeoutMs` of wall-clock time are over.
 */
export function runFfmpeg(
  ffmpeg: Ffmpeg,
  args: readonly string[],
  timeoutMs: number,
): Promise<void> {
  return inTurn(() => runFfmpegNow(ffmpeg, args, timeoutMs));
}

/** As `runFfmpeg`, without waiting for its turn. */
export async function runFfmpegNow(
  ffmpeg: Ffmpeg,
  args: readonly string[],
  timeoutMs: number,
): Promise<void> {
  const [program = "", ...leading] = ffmpeg.command;
  const child = spawn(program, [...leading, ...quietly, ...args], {
    cwd: tmpdir(),
    stdio: ["ignore", "ignore", "pipe"],
    timeout: timeoutMs,
    killSignal: "SIGKILL",
  });
  endWithProcess(child);
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint = (complaint + chunk).slice(-2000);
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode, exitSignal) => resolve([exitCode, exitSignal]));
  });
  if (signal === "SIGKILL") throw new Error(`ffmpeg did not end within ${timeoutMs / 1000} s.`);
  if (code !== 0) throw new Error(lastLine(complaint) || `ffmpeg failed (${code ?? signal}).`);
}

/** Arguments that every call starts with. */
export const quietly = ["-hide_banner", "-loglevel", "error", "-nostdin"] as const;

export function lastLine(text: string): string {
  return text.trim().split("\n").at(-1)?.trim() ?? "";
}
