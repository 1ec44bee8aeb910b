import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { newId } from "@/domain/new-id";
import { createDockerHost } from "@/server/engine/docker/create-docker-host";
import type { EngineRig } from "../engine-conformance";
import { testImage } from "../harness/test-image";

/** A Docker engine whose host sees a data folder of its own, under an instance of its own. */
export async function makeSharedRig(address: string): Promise<EngineRig & { dataDir: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), "cosmos o'docker "));
  const ours = newId();
  const theirs = newId();
  const make = (instance: string) =>
    createDockerHost({
      name: "docker",
      address,
      instance,
      dataDir,
      entryDir: resolve("assets/entry"),
      programsDir: resolve("assets/programs"),
      limits: { memoryBytes: null, pids: 1000 },
    });
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
    dispose: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
