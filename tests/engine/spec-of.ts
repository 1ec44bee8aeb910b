import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newId } from "@/domain/new-id";
import type { Container, ContainerSpec, Engine } from "@/server/engine/engine";
import type { EngineRig } from "../engine-conformance";
import { eventually } from "./eventually";

/** The spec of a new run whose program is `source` for Node, with `args` as its arguments. */
export function specOf(rig: EngineRig, source: string, args: string[] = []): ContainerSpec {
  const run_id = newId();
  const folder = rig.newFolder();
  return {
    name: `cosmos_test_${run_id.slice(0, 8)}`,
    fallback_name: `cosmos_test_${run_id}`,
    run_id,
    model_type: "enhance",
    attempt: 1,
    instance: rig.instance,
    argv: [rig.engine.places(folder).node, "-e", source, "--", ...args],
    env: {},
    image: rig.image,
    folder,
    gpus: [],
    workdir: null,
    network: false,
    shm_bytes: 64 << 20,
    mounts: [],
  };
}

/** What the run has logged so far. */
export function logOf(spec: ContainerSpec): Buffer {
  const path = join(spec.folder, "run.log");
  return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
}

/** Waits until the run has logged `text`. */
export async function logged(spec: ContainerSpec, text: string): Promise<void> {
  await eventually(() => logOf(spec).includes(text));
}

/** Waits until the container has exited, as `engine` sees it. */
export function exited(engine: Engine, id: string): Promise<Container> {
  return eventually(async () => {
    const container = await engine.inspect(id);
    return container?.state === "exited" && container;
  });
}

/** Makes a container and opens its gate; returns its id. */
export async function start(engine: Engine, spec: ContainerSpec): Promise<string> {
  const { id } = await engine.createGated(spec);
  await engine.openGate(id);
  return id;
}

/** Runs a container from its making to its exit. */
export async function runToEnd(engine: Engine, spec: ContainerSpec): Promise<Container> {
  return exited(engine, await start(engine, spec));
}
