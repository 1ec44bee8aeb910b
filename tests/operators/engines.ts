import { spawnSync } from "node:child_process";
import { type Ffmpeg, resolveFfmpeg } from "@/media/resolve-ffmpeg";

const native = spawnSync("ffmpeg", ["-version"], { encoding: "utf8" });
const hasNative = native.status === 0 && native.stdout.includes("--enable-libx264");

/** Both ways to run ffmpeg; tests of the native one are skipped by name where there is none. */
export const engines: { name: string; skip: boolean; open: () => Promise<Ffmpeg> }[] = [
  { name: "bundled ffmpeg", skip: false, open: () => resolveFfmpeg({ onPath: "no-ffmpeg-here" }) },
  { name: "ffmpeg on PATH", skip: !hasNative, open: () => resolveFfmpeg() },
];
