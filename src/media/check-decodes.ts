import { limitTo } from "@/domain/limit-to";
import type { Ffmpeg } from "./resolve-ffmpeg";
import { runFfmpegNow } from "./run-ffmpeg";
import { untrustedInput } from "./untrusted-input";

/** A queue of its own: stills, which people wait for, are not behind whole clips. */
const inTurn = limitTo(2);

/**
 * Decodes every frame of the first video track of a file (absolute path) and stops at the first
 * fault. Costs about as much as encoding a third of the clip; the wall-clock limit is 5 minutes.
 * @throws Error with one sentence if the file is damaged, truncated or no video.
 */
export async function checkDecodes(
  ffmpeg: Ffmpeg,
  path: string,
  timeoutMs = 300_000,
): Promise<void> {
  const input = await untrustedInput(path);
  const strict = ["-xerror", "-err_detect", "explode"];
  const args = [...strict, ...input, "-map", "0:v:0", "-f", "null", "-"];
  await inTurn(() => runFfmpegNow(ffmpeg, args, timeoutMs)).catch((error: Error) => {
    throw new Error(`The video is damaged or incomplete: ${error.message}`, { cause: error });
  });
}
