import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const ABANDONED_MS = 60_000;

/** Removes records that were being made when their maker died; nothing ever ran of them. */
export function sweepDrafts(root: string, now = Date.now()): void {
  for (const name of readdirSync(root).filter((each) => each.startsWith(".new-"))) {
    const path = join(root, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && now - found.mtimeMs > ABANDONED_MS) rmSync(path, { recursive: true, force: true });
  }
}
