import { readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256File } from "@/media/sha256-file";
import type { ContainerSpec } from "../engine/engine";
import type { RunRow } from "../runs/run-record";
import { runPlaces } from "./run-places";
import type { WorkerContext } from "./worker-context";

/** Writes `manifest.json` when a run is made ready: enough to do it again. */
export async function writeManifest(
  worker: WorkerContext,
  run: RunRow,
  spec: ContainerSpec,
): Promise<void> {
  const places = runPlaces(worker.env.dataDir, run.id);
  await writeWhole(places.manifest, {
    run_id: run.id,
    model_type: run.model_type,
    attempt: spec.attempt,
    engine: worker.engine.name,
    image: spec.image,
    argv: spec.argv,
    execution_config: run.execution_config,
    spec: JSON.parse(await readFile(places.spec, "utf8")),
    versions: { node: process.version, ffmpeg: worker.ffmpeg },
    created_at: run.created_at,
  });
}

/** Adds to the manifest how the run ended and the hashes of what it was given. */
export async function sealManifest(
  worker: WorkerContext,
  run: RunRow,
  ending: Record<string, unknown>,
): Promise<void> {
  const places = runPlaces(worker.env.dataDir, run.id);
  const begun = JSON.parse(await readFile(places.manifest, "utf8").catch(() => "{}"));
  const inputs = await hashFiles(places.in);
  await writeWhole(places.manifest, { ...begun, inputs, started_at: run.started_at, ...ending });
}

/** The plain files of a folder with bytes and hash. */
async function hashFiles(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  return Promise.all(
    files.sort().map(async (name) => {
      const path = join(folder, name);
      return { path: name, bytes: (await stat(path)).size, sha256: await sha256File(path) };
    }),
  );
}

async function writeWhole(path: string, value: unknown): Promise<void> {
  await writeFile(`${path}.part`, `${JSON.stringify(value, null, 2)}\n`);
  await rename(`${path}.part`, path);
}
