import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FoundRecord } from "./find-record";
import { observeContainer } from "./observe-container";

/** Forgets a container. Refuses one that lives, gated ones included: stop it first. */
export async function removeContainer(found: FoundRecord): Promise<void> {
  const container = await observeContainer(found);
  if (!container) return;
  if (container.state === "gated" || container.state === "running") {
    throw new Error(`The container ${container.name} is ${container.state}: stop it first.`);
  }
  const gone = join(dirname(found.recordFolder), `.gone-${container.id}`);
  await rename(found.recordFolder, gone);
  await rm(gone, { recursive: true, force: true });
}
