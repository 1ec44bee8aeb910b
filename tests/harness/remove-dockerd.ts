import { execFile, execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const script = resolve("tests/harness/remove-dockerd.sh");
const owner = "owner";
const UNSIGNED_MS = 60_000;

/** Ends and removes all that the dockerd of `folder` started, the folder included. */
export async function removeDockerd(folder: string): Promise<void> {
  await promisify(execFile)("sh", [script, folder]);
}

/** Does so as soon as this process is gone, however it ended. */
export function removeWhenWeAreKilled(folder: string): void {
  writeFileSync(join(folder, owner), `${process.pid} ${birthOf(process.pid)}`);
  // In the background of a shell that ends, it is no longer among our children.
  const wait =
    '(while kill -0 "$1" && [ -d "$2" ]; do sleep 1; done; [ -d "$2" ] && sh "$3" "$2") &';
  const args = ["-c", wait, "sh", String(process.pid), folder, script];
  spawn("sh", args, { detached: true, stdio: "ignore" }).unref();
}

/** Removes what runs left in `parent` that were killed together with whoever watched them. */
export function removeLeftovers(parent: string, prefix: string): void {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(parent, name);
    const [pid, birth] = readOwner(folder);
    // Just made by someone who has not signed it yet.
    if (!pid && Date.now() - statSync(folder).mtimeMs < UNSIGNED_MS) continue;
    if (!pid || birthOf(Number(pid)) !== birth) execFileSync("sh", [script, folder]);
  }
}

function readOwner(folder: string): string[] {
  try {
    return readFileSync(join(folder, owner), "utf8").split(" ");
  } catch {
    return [];
  }
}

/** When a process began, in ticks since boot; undefined when there is none. */
function birthOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
