import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureEmbedded } from "@/server/db/embedded/ensure-embedded";
import { stopEmbedded } from "@/server/db/embedded/stop-embedded";

export const productRoot = join(import.meta.dirname, "../..");

/** An empty data folder whose server a test may start, kill and stop. */
export function createScratchServer(parent = tmpdir()) {
  const dataDir = mkdtempSync(join(parent, "cosmos-scratch-"));
  chmodSync(dataDir, 0o755);
  return {
    dataDir,
    start: () => ensureEmbedded(dataDir, { root: productRoot }),
    stop: () => stopEmbedded(dataDir),
    remove: async () => {
      await stopEmbedded(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
