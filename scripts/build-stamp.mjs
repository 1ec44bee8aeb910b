import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const root = join(import.meta.dirname, "..");
const every = ["package-lock.json", "package.json", "tsconfig.json", "src"];

/** What is built, from which files, and where the stamp of its last build lies. */
const parts = {
  bundles: {
    inputs: [...every, "scripts/build-bundles.mjs", "scripts/operator-bundles.mjs"],
    skip: ["src/app", "src/components", "src/trpc"],
    stamp: "dist/.bundles-stamp",
  },
  types: {
    inputs: [...every, "scripts/build-client-types.mjs"],
    skip: ["src/app", "src/components", "src/trpc", "src/cli", "src/operators"],
    stamp: "dist/types/.stamp",
  },
  pages: {
    inputs: [
      ...every,
      "next.config.mjs",
      "postcss.config.mjs",
      "public",
      "scripts/build-pages.mjs",
    ],
    skip: [
      "src/cli",
      "src/operators",
      "src/server/worker",
      "src/server/engine",
      "src/server/up",
      "src/server/web",
    ],
    stamp: ".next/cosmos-stamp",
  },
};

/**
 * Whether a part of the build is missing or made from other sources than those at hand.
 * @param {keyof typeof parts} part
 */
export function isStale(part) {
  try {
    return readFileSync(join(root, parts[part].stamp), "utf8") !== hashInputs(part);
  } catch {
    return true;
  }
}

/**
 * Builds one part and stamps it with the sources it was made from.
 * @param {keyof typeof parts} part
 * @param {() => Promise<void>} build
 */
export async function buildStamped(part, build) {
  const stamp = join(root, parts[part].stamp);
  // Taken first: what is edited while it builds makes the result stale, as it should.
  const hash = hashInputs(part);
  rmSync(stamp, { force: true });
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function hashInputs(part) {
  const { inputs, skip } = parts[part];
  const hash = createHash("sha256").update(process.version);
  for (const file of inputs.flatMap((input) => listFiles(join(root, input), skip))) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function listFiles(path, skip) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat || skip.includes(relative(root, path)) || /\.test\.tsx?$/.test(path)) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name), skip));
}
