import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { z } from "zod";
import type { ModelOperation, Products } from "@/domain/models/define-model";
import { storableText } from "@/domain/storable-text";
import { checkDecodes } from "@/media/check-decodes";
import { probeVideo } from "@/media/probe-video";
import { sha256File } from "@/media/sha256-file";
import type { RunRow } from "../runs/run-record";
import { runPlaces } from "./run-places";
import type { WorkerContext } from "./worker-context";

/** The outputs are not what the model promised; the message continues "… but ". */
export class OutputProblem extends Error {}

const EnhanceResult = z.object({
  prompt: z.string().transform(storableText).pipe(z.string().trim().min(1)),
  enhancer: z.string().transform(storableText).default("unknown"),
});
export type EnhanceResult = z.infer<typeof EnhanceResult>;

export interface Collected {
  /** For `outputs`: files, and for videos their path and media facts. */
  outputs: Record<string, unknown>;
  text: EnhanceResult | null;
}

/**
 * Checks that a run left what its model promises (present, really decodable) and describes it.
 * @throws OutputProblem
 */
export async function collectOutputs(
  worker: WorkerContext,
  run: RunRow,
  { produces }: ModelOperation,
): Promise<Collected> {
  const { out } = runPlaces(worker.env.dataDir, run.id);
  const text = produces.text ? await readText(join(out, produces.text)) : null;
  const video = produces.video ? await checkVideo(worker, join(out, produces.video)) : null;
  const files = await describeFiles(worker.env.dataDir, out, produces);
  return { outputs: { ...video, files }, text };
}

async function readText(path: string): Promise<EnhanceResult> {
  try {
    return EnhanceResult.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new OutputProblem("left no text");
    throw new OutputProblem("its text cannot be read", { cause: error });
  }
}

async function checkVideo(worker: WorkerContext, path: string) {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile() || found.size === 0) throw new OutputProblem("left no video");
  try {
    const { codec: _, ...facts } = await probeVideo(path);
    await checkDecodes(worker.ffmpeg, path);
    return { output_path: relative(worker.env.dataDir, path), ...facts };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OutputProblem(`its video is not playable: ${reason}`, { cause: error });
  }
}

async function describeFiles(dataDir: string, out: string, produces: Products) {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const names = entries
    // Whatever a program was still writing when it was stopped is no output.
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".part"))
    .map((entry) => relative(out, join(entry.parentPath, entry.name)))
    .filter((name) => !produces.ignored?.test(name))
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      path: relative(dataDir, join(out, name)),
      bytes: (await stat(join(out, name))).size,
      sha256: await sha256File(join(out, name)),
      ...roleOf(name, produces),
    })),
  );
}

function roleOf(name: string, { video, text, controls }: Products) {
  if (name === video || name === text) return { role: "result" };
  return controls?.test(name) ? { role: "control" } : {};
}
