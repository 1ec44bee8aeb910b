import { spawn } from "node:child_process";
import { once } from "node:events";
import { rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { endWithProcess } from "./end-with-process";
import type { Ffmpeg } from "./resolve-ffmpeg";
import { lastLine } from "./run-ffmpeg";

export interface FrameWriter {
  /** Takes one frame; resolves when more may be given. */
  write(frame: Uint8Array): Promise<void>;
  /** Ends the video and gives it its final name. */
  finish(): Promise<void>;
  /** Stops ffmpeg and leaves no file. */
  abandon(): Promise<void>;
}

/** What is written: how ffmpeg shall read its standard input, and how the video is made of it. */
export interface Encoding {
  input: readonly string[];
  /** Filters before the conversion to what every browser plays. */
  filters: readonly string[];
  crf: number;
}

/**
 * Encodes what is written to it to H.264 (yuv420p, bt709, moov first), which every browser plays.
 * `target` (absolute, ends in .mp4) exists only after `finish`. Width and height must be even.
 */
export function openEncoder(ffmpeg: Ffmpeg, target: string, encoding: Encoding): FrameWriter {
  const temporary = `${target}.part`;
  const [program = "", ...leading] = ffmpeg.command;
  const child = spawn(program, [...leading, ...encodeArgs(ffmpeg, encoding), "-y", temporary], {
    cwd: tmpdir(),
    stdio: ["pipe", "ignore", "pipe"],
  });
  endWithProcess(child);
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint = (complaint + chunk).slice(-2000);
  });
  child.stdin.on("error", () => {}); // a broken pipe shows as the exit code below
  const closed = new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      complaint = error.message;
      resolve(-1);
    });
    child.once("close", resolve);
  });
  const failed = closed.then((code): never => {
    throw new Error(`Encoding failed: ${lastLine(complaint) || `ffmpeg ended with ${code}`}`);
  });
  failed.catch(() => {});
  return {
    async write(frame) {
      if (child.stdin.write(frame)) return;
      await Promise.race([once(child.stdin, "drain"), failed]);
    },
    async finish() {
      child.stdin.end();
      if ((await closed) !== 0) await failed;
      await rename(temporary, target);
    },
    async abandon() {
      child.kill("SIGKILL");
      await closed;
      await rm(temporary, { force: true });
    },
  };
}

/** The bundled build is slower, so it gets a faster preset. */
function encodeArgs(ffmpeg: Ffmpeg, { input, filters, crf }: Encoding) {
  const preset = ffmpeg.kind === "bundled" ? "superfast" : "veryfast";
  const bt709 = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"];
  const convert = "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p";
  return [
    ...["-hide_banner", "-loglevel", "error", ...input, "-i", "pipe:0"],
    ...["-vf", [...filters, convert].join(",")],
    ...["-c:v", "libx264", "-preset", preset, "-crf", String(crf), ...bt709],
    ...["-movflags", "+faststart", "-f", "mp4"],
  ];
}
