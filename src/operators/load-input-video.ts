import { existsSync } from "node:fs";
import { type MediaFacts, probeVideo } from "@/media/probe-video";
import { type Ffmpeg, resolveFfmpeg } from "@/media/resolve-ffmpeg";
import { InputRejected, rejectOnError } from "./input-rejected";
import { readOperatorEnv } from "./operator-env";
import { logInfo } from "./operator-log";

/** Finds ffmpeg as the environment says, and tells the log which one it is. */
export async function openFfmpeg(): Promise<Ffmpeg> {
  const ffmpeg = await resolveFfmpeg({ given: readOperatorEnv().ffmpeg_path });
  const origin = { given: "from FFMPEG_PATH", path: "from PATH", bundled: "bundled" }[ffmpeg.kind];
  logInfo(`Using ffmpeg ${ffmpeg.version} (${origin})`);
  return ffmpeg;
}

/** Reads the facts of an input video. @throws InputRejected */
export async function loadInputVideo(path: string): Promise<MediaFacts> {
  logInfo(`Loading input video ${path}`);
  if (!existsSync(path)) throw new InputRejected(`the input video ${path} does not exist.`);
  const facts = await rejectOnError(() => probeVideo(path));
  logInfo(
    `Input is ${facts.width}x${facts.height}, ${facts.frames} frames at ${facts.fps} frames/s (${facts.codec})`,
  );
  return facts;
}
