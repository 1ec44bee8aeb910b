import { join } from "node:path";

/** Absolute paths of a run's folder in the data folder. */
export function runPlaces(dataDir: string, runId: string) {
  const folder = join(dataDir, "runs", runId);
  return {
    folder,
    in: join(folder, "in"),
    out: join(folder, "out"),
    spec: join(folder, "in", "spec.json"),
    log: join(folder, "run.log"),
    manifest: join(folder, "manifest.json"),
    preview: join(folder, "preview"),
  };
}
