import { execFileSync } from "node:child_process";

/**
 * The shared libraries that a program of this machine loads, as absolute paths; none if it is
 * statically linked.
 * @param {string} program
 * @returns {string[]}
 */
export function listLibraries(program) {
  let text;
  try {
    text = execFileSync("ldd", [program], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return [];
  }
  const missing = /^\s*(\S+) => not found/m.exec(text);
  if (missing) throw new Error(`${program} needs ${missing[1]}, which this machine does not have.`);
  return [...text.matchAll(/(?:=> |^\s*)(\/\S+) \(0x/gm)].map(([, path]) => path);
}
