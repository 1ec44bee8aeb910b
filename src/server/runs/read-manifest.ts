import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { RunManifest } from "@/domain/manifest/run-manifest";
import type { RunRecord } from "@/domain/records";
import type { ServiceContext } from "../context";

/** `text` is the whole file as it is. */
export type ManifestRead =
  | { state: "written"; manifest: RunManifest; text: string }
  | { state: "unreadable"; text: string }
  /** `awaited`: it comes when the run is made ready; `never`: it ended before; `gone`: it was removed. */
  | { state: "awaited" | "never" | "gone" };

/** The manifest in a run's folder, or why there is none. */
export async function readManifest(
  ctx: Pick<ServiceContext, "env">,
  run: Pick<RunRecord, "id" | "started_at" | "completed_at">,
): Promise<ManifestRead> {
  const text = await readText(join(ctx.env.dataDir, "runs", run.id, "manifest.json"));
  if (text === undefined) return { state: whyNone(run) };
  try {
    return { state: "written", manifest: RunManifest.parse(JSON.parse(text)), text };
  } catch {
    return { state: "unreadable", text };
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function whyNone(run: Pick<RunRecord, "started_at" | "completed_at">) {
  if (run.started_at) return "gone" as const;
  return run.completed_at ? ("never" as const) : ("awaited" as const);
}
