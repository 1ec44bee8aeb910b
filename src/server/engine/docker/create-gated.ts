import { setTimeout as sleep } from "node:timers/promises";
import { type Container, ContainerRefused, type ContainerSpec, EngineUnreachable } from "../engine";
import { commandEngine, commandUnless, isAnswer, readEngine } from "./ask-engine";
import { label, readLabels } from "./container-labels";
import { createBody } from "./create-body";
import type { DockerEngineOptions } from "./docker-engine-options";
import { findImage } from "./find-image";
import { listContainers } from "./list-containers";
import { observeContainer } from "./observe-container";
import { refusalOf } from "./refusal-of";

/** A name is taken from the moment it is reserved, and can be seen a little later. */
const APPEARS_MS = 5_000;

/**
 * Makes the container if this run and attempt has none, and starts it, gated. Callers in several
 * processes get the same container. What a failed start leaves is removed.
 */
export async function createGated(
  options: DockerEngineOptions,
  spec: ContainerSpec,
): Promise<Container> {
  const image = imageOf(options, spec);
  // It may be there although its image has gone.
  image.catch(() => {});
  const there = await findOfAttempt(options, spec);
  const container = there ?? (await create(options, spec, await image));
  if (container.state !== "created") return container;
  await start(options, container.id, spec);
  // Whether it still waits is seen by the next look; asking for it here would only delay the program.
  return { ...container, state: "gated" };
}

async function imageOf({ docker }: DockerEngineOptions, { image }: ContainerSpec): Promise<string> {
  if (image) return findImage(docker, image);
  throw new ContainerRefused("engine_no_image", "No image is set for it.");
}

/** The container of a run's attempt, found by its labels. */
export async function findOfAttempt(
  options: DockerEngineOptions,
  { run_id, attempt }: Pick<ContainerSpec, "run_id" | "attempt">,
): Promise<Container | null> {
  const labels = [`${label.run}=${run_id}`, `${label.attempt}=${attempt}`];
  const found = await listContainers(options, labels);
  return found[0] ?? null;
}

/** Creates it under the first name that is free; a name of the same run and attempt is adopted. */
async function create(
  options: DockerEngineOptions,
  spec: ContainerSpec,
  imageId: string,
): Promise<Container> {
  const { docker, access, limits } = options;
  await access.prepare(spec);
  const body = createBody(spec, { imageId, access, limits });
  for (const name of [spec.name, spec.fallback_name, `${spec.fallback_name}_${spec.attempt}`]) {
    try {
      const { id } = await commandEngine(docker.createContainer({ ...body, name }));
      options.labels.note(id, body.Labels);
      return { ...describeCreated(body.Labels), id, name, image_id: imageId };
    } catch (error) {
      if (!isAnswer(error) || error.statusCode !== 409) throw refusalOf(error);
      const other = await whoHas(options, name, spec);
      if (other) return other;
    }
  }
  throw new Error(`The container names of run ${spec.run_id} are all taken by other containers.`);
}

const describeCreated = (labels: Record<string, string>) => ({
  ...readLabels(labels),
  state: "created" as const,
  exit_code: null,
  started_at: null,
  finished_at: null,
  oom_killed: false,
});

/** The container of that name if it is for this run and attempt: another process was faster. */
async function whoHas(options: DockerEngineOptions, name: string, spec: ContainerSpec) {
  for (const deadline = Date.now() + APPEARS_MS; ; await sleep(20)) {
    const info = await readEngine(options.docker.getContainer(name).inspect());
    if (info) {
      const holder = await observeContainer(options, info.Id);
      const same = holder?.run_id === spec.run_id && holder.attempt === spec.attempt;
      return same ? holder : null;
    }
    if (Date.now() > deadline) return null;
  }
}

async function start(options: DockerEngineOptions, id: string, spec: ContainerSpec): Promise<void> {
  const container = options.docker.getContainer(id);
  try {
    await options.access.fill(id, spec);
    await commandUnless([304], container.start());
  } catch (error) {
    if (error instanceof EngineUnreachable) throw error;
    // It stays behind as "created" and would hold the name.
    const now = await observeContainer(options, id);
    if (now?.state === "created") await commandUnless([404, 409], container.remove({ v: true }));
    throw refusalOf(error);
  }
}
