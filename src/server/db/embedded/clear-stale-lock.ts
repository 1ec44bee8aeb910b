import { linkSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readPostmaster } from "./read-postmaster";

/**
 * Takes a dead server's lock file away when another program got its pid since: Postgres itself
 * would believe that the server still runs. All other stale locks Postgres recognises.
 */
export function clearStaleLock(clusterDir: string, socketDir: string): void {
  const seen = readPostmaster(clusterDir);
  if (seen?.process !== "other") return;
  const lock = join(clusterDir, "postmaster.pid");
  const aside = `${lock}.stale.${process.pid}`;
  renameSync(lock, aside);
  // Between reading and renaming, another starter may have put its live lock there.
  if (readFileSync(aside, "utf8") === seen.text) {
    rmSync(join(socketDir, ".s.PGSQL.5432.lock"), { force: true });
  } else {
    linkSync(aside, lock);
  }
  rmSync(aside);
}
