import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { endWithProcess } from "./end-with-process";
import { type FrameShape, frameRate } from "./frame-size";
import type { Ffmpeg } from "./resolve-ffmpeg";
import { lastLine, quietly } from "./run-ffmpeg";
import { untrustedInput } from "./untrusted-input";

export interface FrameRequest extends FrameShape {
  /** `rgb24` (3 bytes a pixel) or `gray` (1). */
  pixels: "rgb24" | "gray";
  /** How other sizes are brought to this one; `neighbor` keeps label colours pure. */
  scaling: "area" | "lanczos" | "neighbor";
}

/**
 * Decodes a video (absolute path) to raw frames of the wanted size and rate, one buffer each.
 * Ending the loop early ends ffmpeg. @throws Error with ffmpeg's last words.
 */
export async function* readFrames(
  ffmpeg: Ffmpeg,
  path: string,
  request: FrameRequest,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { width, height, pixels, scaling } = request;
  const filter = `fps=${frameRate(request.fps)},scale=${width}:${height}:flags=${scaling}`;
  const output = ["-map", "0:v:0", "-vf", filter, "-f", "rawvideo", "-pix_fmt", pixels, "pipe:1"];
  const [program = "", ...leading] = ffmpeg.command;
  const input = await untrustedInput(path);
  const child = spawn(program, [...leading, ...quietly, ...input, ...output], {
    cwd: tmpdir(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  endWithProcess(child);
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint = (complaint + chunk).slice(-2000);
  });
  const closed = new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      complaint = error.message;
      resolve(-1);
    });
    child.once("close", resolve);
  });
  try {
    yield* cutFrames(child.stdout, width * height * (pixels === "gray" ? 1 : 3));
    const code = await closed;
    if (code !== 0) throw new Error(lastLine(complaint) || `ffmpeg failed (${code}).`);
  } finally {
    if (child.exitCode === null) child.kill("SIGKILL");
  }
}

async function* cutFrames(chunks: AsyncIterable<Buffer>, size: number) {
  let frame = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; ) {
      const part = chunk.subarray(start, start + size - filled);
      frame.set(part, filled);
      filled += part.length;
      start += part.length;
      if (filled < size) continue;
      yield frame;
      frame = new Uint8Array(size);
      filled = 0;
    }
  }
}
