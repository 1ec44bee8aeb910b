import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { newId } from "@/domain/new-id";
import { createDockerHost } from "@/server/engine/docker/create-docker-host";
import type { EngineRig } from "../engine-conformance";

/** Our Docker engine at any address, with a data folder and an instance of its own. */
export function makeFakeRig(address: string): EngineRig {
  const dataDir = mkdtempSync(join(tmpdir(), "cosmos-fake-data-"));
  const make = (instance: string) =>
    createDockerHost({
      ...{ name: "docker", address, instance, dataDir, sharedData: "yes" },
      entryDir: resolve("assets/entry"),
      programsDir: resolve("assets/programs"),
      limits: { memoryBytes: null, pids: 1000 },
    });
  const ours = newId();
  const theirs = newId();
  return {
    engine: make(ours),
    instance: ours,
    again: () => make(ours),
    stranger: () => ({ engine: make(theirs), instance: theirs }),
    newFolder: () => {
      const folder = join(dataDir, "runs", newId());
      mkdirSync(join(folder, "out"), { recursive: true });
      return folder;
    },
    image: "cosmos-test",
    dispose: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
