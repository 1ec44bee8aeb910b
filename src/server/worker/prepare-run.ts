import { copyFile, link, mkdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { containerName, fullContainerName } from "@/domain/container-name";
import {
  type InputKind,
  imageSetting,
  type Job,
  type ModelOperation,
} from "@/domain/models/define-model";
import type { MediaFacts } from "@/domain/records";
import { probeVideo } from "@/media/probe-video";
import type { ContainerSpec, HostMount } from "../engine/engine";
import { getPrompt } from "../prompts/get-prompt";
import type { RunRow } from "../runs/run-record";
import { findModelOperation } from "./find-model-operation";
import { runPlaces } from "./run-places";
import type { Slot, WorkerContext } from "./worker-context";

/** The run can never start as it is: a settled failure, not a fault to try again. */
export class CannotPrepare extends Error {}

/**
 * Makes a run's folder ready (inputs, `spec.json`, empty `out/`) and says what its container is made
 * from. Doing it again changes nothing, as long as the program has not begun.
 * @throws CannotPrepare
 */
export async function prepareRun(
  worker: WorkerContext,
  run: RunRow,
  slots: readonly Slot[],
): Promise<ContainerSpec> {
  const operation = findModelOperation(run);
  if (!operation) {
    throw new CannotPrepare(
      `This version of Cosmos has no model ${run.execution_config.model} for ${run.model_type}.`,
    );
  }
  const places = runPlaces(worker.env.dataDir, run.id);
  await mkdir(places.in, { recursive: true });
  await mkdir(places.out, { recursive: true });
  await writeFile(places.log, "", { flag: "a" });
  const job = await describeJob(worker, run, places.folder);
  const problem = operation.check?.(job);
  if (problem) throw new CannotPrepare(problem);
  await writeFile(places.spec, `${JSON.stringify(operation.spec(job), null, 2)}\n`);
  return {
    name: containerName(run.model_type, run.id),
    fallback_name: fullContainerName(run.model_type, run.id),
    run_id: run.id,
    model_type: run.model_type,
    attempt: attemptOf(run),
    instance: worker.instance,
    argv: operation.argv(job),
    env: {
      ...operation.container.env,
      ...chosenEnv(worker, operation),
      ...joinEnv(slots),
    },
    image: imageOf(worker, operation),
    folder: places.folder,
    gpus: slots.flatMap((slot) => slot.gpu ?? []),
    workdir: operation.container.workdir,
    network: operation.container.network,
    shm_bytes: operation.container.shmBytes,
    mounts: mountsOf(worker, operation),
  };
}

/** The attempt that a container is for: a pending run's next one, a running run's own. */
export function attemptOf(run: Pick<RunRow, "attempt" | "status">): number {
  return run.status === "pending" ? run.attempt + 1 : run.attempt;
}

async function describeJob(worker: WorkerContext, run: RunRow, folder: string): Promise<Job> {
  const places = worker.engine.places(folder);
  const inputs = await linkInputs(worker, run, folder);
  const seen = Object.entries(inputs).map(([kind, file]) => [kind, join(places.in, file)]);
  return {
    run_id: run.id,
    config: run.execution_config,
    prompt_text: String(run.execution_config.prompt_text ?? ""),
    negative_prompt: String(run.execution_config.negative_prompt ?? ""),
    inputs: Object.fromEntries(seen),
    media: inputs.video ? await mediaOf(join(folder, "in", inputs.video)) : null,
    places,
  };
}

/** Puts the run's inputs into its own folder, so that it does not depend on theirs. */
async function linkInputs(worker: WorkerContext, run: RunRow, folder: string) {
  const prompt = await getPrompt(worker, run.prompt_id);
  const video = String(run.execution_config.input_video);
  // Controls belong to the prompt's own colour video, not to a video made from it.
  const sources: Partial<Record<InputKind, string>> =
    video === prompt.inputs.video ? prompt.inputs : { video };
  const inputs: Partial<Record<InputKind, string>> = {};
  for (const [kind, source] of Object.entries(sources) as [InputKind, string][]) {
    const name = kind === "video" ? "input.mp4" : basename(source);
    await linkFile(join(worker.env.dataDir, source), join(folder, "in", name));
    inputs[kind] = name;
  }
  return inputs;
}

async function linkFile(source: string, target: string): Promise<void> {
  await rm(target, { force: true });
  try {
    await link(source, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new CannotPrepare(`Its input ${source} does not exist any more.`);
    await copyFile(source, target);
  }
}

/** What the input video is; a broken one is the program's to refuse. */
async function mediaOf(path: string): Promise<MediaFacts | null> {
  return probeVideo(path).catch(() => null);
}

function imageOf(worker: WorkerContext, operation: ModelOperation): string {
  const key = imageSetting(operation.image);
  const given = (worker.env as Record<string, unknown>)[key];
  if (typeof given === "string") return given;
  throw new CannotPrepare(`No image is set for it: name one in ${key}.`);
}

function mountsOf(worker: WorkerContext, operation: ModelOperation): HostMount[] {
  return operation.container.mounts.flatMap(({ setting, target, readonly }) => {
    const source = worker.env[setting];
    return source ? [{ source, target, readonly }] : [];
  });
}

/** What ties a program to its slots: with several GPUs, the ids of all of them. */
function joinEnv(slots: readonly Slot[]): Record<string, string> {
  const names = new Set(slots.flatMap((slot) => Object.keys(slot.env)));
  return Object.fromEntries(
    [...names].map((name) => [name, slots.flatMap((slot) => slot.env[name] ?? []).join(",")]),
  );
}

function chosenEnv(worker: WorkerContext, operation: ModelOperation): Record<string, string> {
  const known = worker.env as Record<string, unknown>;
  // A path of this machine means nothing in an image.
  const paths = worker.engine.kind === "local" ? ["FFMPEG_PATH"] : [];
  const names = [...paths, ...operation.env].filter((name) => known[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, String(known[name])]));
}
