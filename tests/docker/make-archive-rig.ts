import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { newId } from "@/domain/new-id";
import { archiveAccess } from "@/server/engine/docker/archive-access";
import { connectDocker } from "@/server/engine/docker/connect-docker";
import { createDockerEngine } from "@/server/engine/docker/create-docker-engine";
import { KnownLabels } from "@/server/engine/docker/known-labels";
import type { Engine } from "@/server/engine/engine";
import type { EngineRig } from "../engine-conformance";
import { testImage } from "../harness/test-image";

/** A Docker engine that shares no folder with us, as a worker at `address` uses it. */
export function makeRemoteEngine(address: string, instance: string): Engine {
  const docker = connectDocker(address);
  const access = archiveAccess(docker, {
    instance,
    entryDir: resolve("assets/entry"),
    programsDir: resolve("assets/programs"),
  });
  const limits = { memoryBytes: null, pids: 1000 };
  const host = { here: false, run: null };
  const labels = new KnownLabels();
  const engine = { name: "remote", address, docker, instance, access, limits, host, labels };
  return createDockerEngine(engine);
}

/**
 * A rig whose engine does what the worker does besides: it follows the log of each container that it
 * makes, and collects from each that it sees ended.
 */
export async function makeArchiveRig(address: string): Promise<EngineRig & { dataDir: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), "cosmos o'remote "));
  const folders = new Map<string, string>();
  const collected = new Map<string, Promise<void>>();
  const following = new AbortController();
  const ours = newId();
  const theirs = newId();
  const collectOnce = async (engine: Engine, id: string) => {
    const folder = folders.get(id);
    if (!folder) return;
    const once = collected.get(id) ?? engine.collect(id, folder);
    collected.set(id, once);
    await once;
  };
  const make = (instance: string): Engine => {
    const engine = makeRemoteEngine(address, instance);
    return {
      ...engine,
      createGated: async (spec) => {
        const container = await engine.createGated(spec);
        if (!folders.has(container.id)) {
          folders.set(container.id, spec.folder);
          engine.followLog(container.id, spec.folder, following.signal);
        }
        return container;
      },
      inspect: async (id) => {
        const container = await engine.inspect(id);
        if (container?.state === "exited") await collectOnce(engine, id);
        return container;
      },
      stop: async (id, ladder) => {
        await engine.stop(id, ladder);
        if (await engine.inspect(id)) await collectOnce(engine, id);
      },
    };
  };
  return {
    dataDir,
    engine: make(ours),
    instance: ours,
    again: () => make(ours),
    stranger: () => ({ engine: make(theirs), instance: theirs }),
    newFolder: () => {
      const folder = join(dataDir, "runs", newId());
      mkdirSync(join(folder, "out"), { recursive: true });
      return folder;
    },
    image: testImage,
    dispose: async () => {
      following.abort();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
