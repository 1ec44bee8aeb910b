import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Ffmpeg, resolveFfmpeg } from "@/media/resolve-ffmpeg";
import type { ServiceContext } from "../context";

/** Where the bundled ffmpeg is, built and in source: pages are bundled, so it is not beside them. */
const places = ["dist/media/ffmpeg-wasm.mjs", "src/media/ffmpeg-wasm.mjs"];

/** The ffmpeg that the settings name, else as `resolveFfmpeg` finds it. */
export function findFfmpeg({ root, FFMPEG_PATH }: ServiceContext["env"]): Promise<Ffmpeg> {
  const shim = places.map((place) => join(root, place)).find((place) => existsSync(place));
  return resolveFfmpeg({ given: FFMPEG_PATH, ...(shim && { shim }) });
}
