import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { modelTypes } from "@/domain/operations/registry";
import { createDockerHost } from "@/server/engine/docker/create-docker-host";
import type { Engine } from "@/server/engine/engine";
import { testImage } from "../harness/test-image";
import type { EnginePlace } from "../harness/worker";

let operators: string | undefined;

interface Scripted {
  name?: string;
  image?: string;
  /** What the settings call the images of models. */
  images?: Record<string, string>;
}

/** Makes Docker engines at `address` in whose containers the reference model's operators are scripted. */
export function scriptedDocker(
  address: string,
  { name = "docker", image = testImage, images }: Scripted = {},
) {
  return (place: EnginePlace): Engine => {
    const engine = createDockerHost({
      ...place,
      name,
      address,
      entryDir: resolve("assets/entry"),
      programsDir: resolve("assets/programs"),
      limits: { memoryBytes: null, pids: 1000 },
      ...(images && { images }),
    });
    operators ??= copyOperators();
    const mounts = [
      { source: operators, target: "/opt/cosmos/operators", readonly: true },
      { source: resolve("tests/fixtures"), target: "/opt/cosmos/fixtures", readonly: true },
    ];
    return {
      ...engine,
      createGated: (spec) =>
        engine.createGated({ ...spec, image, mounts: [...spec.mounts, ...mounts] }),
    };
  };
}

function copyOperators(): string {
  const folder = mkdtempSync(join(tmpdir(), "cosmos-operators-"));
  for (const type of modelTypes) {
    copyFileSync(resolve("tests/harness/scripted-operator.mjs"), join(folder, `${type}.mjs`));
  }
  return folder;
}
