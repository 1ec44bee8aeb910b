import { randomBytes, randomUUID } from "node:crypto";
import {
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@/server/errors";
import type { Account } from "./choose-account";

// A socket's path has room for 103 bytes on macOS, 107 on Linux.
const longest = 103 - "/.s.PGSQL.5432".length;

/**
 * The private folder of the server's socket: the cluster itself, or, where that path is too long
 * for a socket, a folder with a random name whose path is kept beside the cluster.
 */
export function chooseSocketFolder(clusterDir: string): string {
  if (Buffer.byteLength(clusterDir) <= longest) return clusterDir;
  const note = `${clusterDir}.socket`;
  const draft = `${note}.${randomUUID()}`;
  try {
    return readFileSync(note, "utf8");
  } catch {
    writeFileSync(draft, join(tmpdir(), `cosmos-${randomBytes(8).toString("hex")}`));
  }
  try {
    linkSync(draft, note);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(note, "utf8");
}

/** Makes the folder, or checks that the one that is there is the account's and closed to others. */
export function makeSocketFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stats = lstatSync(folder);
  const trusted = [process.getuid?.(), account.uid];
  if (!stats.isDirectory() || !trusted.includes(stats.uid) || (stats.mode & 0o077) !== 0) {
    throw new AppError(
      "unavailable",
      `The folder ${folder} for the database's socket is not private to this account: remove it and start again.`,
    );
  }
  if (account.uid !== undefined && stats.uid !== account.uid) {
    chownSync(folder, account.uid, account.gid ?? account.uid);
  }
}
