import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** An ffmpeg that can encode H.264, and where it came from. */
export interface Ffmpeg {
  /** Program and leading arguments. */
  command: string[];
  kind: "given" | "path" | "bundled";
  /** Such as `5.1.9-0+deb12u1`. */
  version: string;
}

export interface FfmpegSearch {
  /** `FFMPEG_PATH`: used as it is; it is an error if it does not work. */
  given?: string | undefined;
  /** Name or path tried next; default `ffmpeg`, looked up on PATH. */
  onPath?: string;
  /** The command-line shim over `@ffmpeg/core`; default: beside this code, in source and in `dist`. */
  shim?: string;
}

const known = new Map<string, Promise<Ffmpeg>>();

/**
 * Finds the ffmpeg to use: the given one, else one on PATH that has libx264, else the bundled build.
 * The answer is kept for the life of the process.
 * @throws Error with one sentence if the given one does not work or none is left.
 */
export function resolveFfmpeg(search: FfmpegSearch = {}): Promise<Ffmpeg> {
  const key = JSON.stringify(search);
  const answer = known.get(key) ?? findFfmpeg(search);
  known.set(key, answer);
  answer.catch(() => known.delete(key));
  return answer;
}

async function findFfmpeg({ given, onPath = "ffmpeg", shim = findShim() }: FfmpegSearch) {
  if (given) {
    const found = await inspect([given], "given");
    if (!found) {
      throw new Error(
        `FFMPEG_PATH is ${given}, but that is no ffmpeg with libx264. Correct it or unset it.`,
      );
    }
    return found;
  }
  const found = await inspect([onPath], "path");
  if (found) return found;
  const bundled = shim && (await inspect([process.execPath, shim], "bundled"));
  if (bundled) return bundled;
  throw new Error(
    "No ffmpeg was found. Run npm install again (it brings @ffmpeg/core), or set FFMPEG_PATH.",
  );
}

/** Null when it does not run, is no ffmpeg or cannot encode H.264. */
async function inspect(command: string[], kind: Ffmpeg["kind"]): Promise<Ffmpeg | null> {
  const [program = "", ...args] = command;
  try {
    const { stdout } = await run(program, [...args, "-version"], { timeout: 20_000 });
    const version = /ffmpeg version (\S+)/.exec(stdout)?.[1];
    return version && stdout.includes("--enable-libx264") ? { command, kind, version } : null;
  } catch {
    return null;
  }
}

function findShim(): string | undefined {
  return ["./ffmpeg-wasm.mjs", "./media/ffmpeg-wasm.mjs", "../media/ffmpeg-wasm.mjs"]
    .map((place) => fileURLToPath(new URL(/* turbopackIgnore: true */ place, import.meta.url)))
    .find((file) => existsSync(file));
}
