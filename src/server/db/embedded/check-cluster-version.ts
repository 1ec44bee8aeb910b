import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "@/server/errors";

/** Throws AppError when the cluster was made by another major version of Postgres. */
export function checkClusterVersion(clusterDir: string, major: string): void {
  const found = readFileSync(join(clusterDir, "PG_VERSION"), "utf8").trim();
  if (found === major) return;
  throw new AppError(
    "unavailable",
    `The database in ${clusterDir} was made by PostgreSQL ${found}, the built-in one is ${major}: ` +
      `run a PostgreSQL ${found} server on that folder and name it in DATABASE_URL, or move the folder away to start empty.`,
  );
}
