import { join } from "node:path";
import { makePoster } from "@/media/make-poster";
import type { ServiceContext } from "../context";
import { findFfmpeg } from "./find-ffmpeg";
import type { InputManifest } from "./input-manifest";

/** The still of an input, in its folder. */
export const posterFile = "poster.jpg";

/** Makes the still of an input's colour video. @throws Error with ffmpeg's last words */
export async function makeInputPoster(
  env: ServiceContext["env"],
  folder: string,
  manifest: InputManifest,
): Promise<void> {
  const [video] = manifest.files;
  if (!video) throw new Error("The input has no video.");
  const source = { path: join(folder, video.file), facts: video.media };
  await makePoster(await findFfmpeg(env), source, join(folder, posterFile));
}
