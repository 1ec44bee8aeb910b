import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { findProgram } from "../find-program.mjs";
import { operatorBundles } from "../operator-bundles.mjs";
import { baseFiles, programFiles } from "./base-files.mjs";

const root = join(import.meta.dirname, "../..");
/** Where the engine expects them (src/server/engine/docker/job-places.ts). */
const place = "/opt/cosmos";
/** What of the package of the ffmpeg that ships is read when it is loaded with `require`. */
const wasm = "node_modules/@ffmpeg/core";
const wasmParts = ["package.json", "dist/umd/ffmpeg-core.js", "dist/umd/ffmpeg-core.wasm"];

/**
 * All that the reference operators need to run where nothing else is: Node, a shell, an ffmpeg, their
 * bundles, the entry. Needs the bundles to be built.
 * @returns {import("./lay-out-layer.mjs").ImageFile[]}
 */
export function referenceFiles() {
  return [
    ...baseFiles(),
    ...operatorBundles.map(({ out }) => ({
      path: `${place}/${out.replace(/^dist\//, "")}`,
      source: join(root, out),
    })),
    ...folderFiles("assets/entry", `${place}/entry`),
    ...folderFiles("assets/programs", `${place}/programs`),
    ...ffmpegFiles(),
  ];
}

/** This machine's ffmpeg with its ffprobe when it can encode H.264, else the one that ships. */
function ffmpegFiles() {
  const [ffmpeg, ffprobe] = [findProgram("ffmpeg"), findProgram("ffprobe")];
  if (ffmpeg && ffprobe && encodesH264(ffmpeg))
    return [
      ...programFiles(ffmpeg, "/usr/bin/ffmpeg"),
      ...programFiles(ffprobe, "/usr/bin/ffprobe"),
    ];
  if (!existsSync(join(root, wasm)))
    throw new Error("There is no ffmpeg. Install one, or run npm ci with optional packages.");
  return wasmParts.map((part) => ({
    path: `${place}/${wasm}/${part}`,
    source: join(root, wasm, part),
  }));
}

function encodesH264(ffmpeg) {
  try {
    const options = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
    return execFileSync(ffmpeg, ["-version"], options).includes("--enable-libx264");
  } catch {
    return false;
  }
}

function folderFiles(folder, path) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => ({ path: `${path}/${name}`, source: join(root, folder, name) }))
    .filter(({ source }) => statSync(source).isFile());
}
