import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";

const ours =
  /^(npm_(lifecycle|package|config_local_prefix)|VITEST|NODE_ENV|COSMOS_|PORT$|DATABASE_URL$|FFMPEG_PATH$)/;
const hidden = /^(ffmpeg|ffprobe)/;

/**
 * The environment of someone who has just cloned: nothing of this test run, and no ffmpeg on PATH.
 * Folders of PATH that have one are replaced by links, made in `folder`, to all else in them.
 */
export function cloneEnv(folder: string, extra: Record<string, string>): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (ours.test(name)) delete env[name];
  const paths = (env.PATH ?? "").split(delimiter);
  const PATH = paths.map((path, index) => withoutFfmpeg(path, join(folder, `path-${index}`)));
  return { ...env, PATH: PATH.join(delimiter), ...extra };
}

function withoutFfmpeg(path: string, links: string): string {
  const names = listNames(path);
  if (!names.some((name) => hidden.test(name))) return path;
  if (listNames(links).length > 0) return links;
  mkdirSync(links);
  for (const name of names.filter((each) => !hidden.test(each))) {
    symlinkSync(join(path, name), join(links, name));
  }
  return links;
}

function listNames(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
