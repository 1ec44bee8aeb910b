import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { containerName, fullContainerName } from "@/domain/container-name";
import { createDockerHost } from "@/server/engine/docker/create-docker-host";
import type { Engine } from "@/server/engine/engine";
import { root } from "../root";
import { benchImage } from "./with-docker";

/** Four saturate two cores. */
const AT_A_TIME = 4;

interface Place {
  host: string;
  instance: string;
  dataDir: string;
}

/** Containers of these runs whose program has begun and sleeps. */
export async function makeContainers({ host, instance, dataDir }: Place, runIds: string[]) {
  const engine = createDockerHost({
    name: "docker",
    address: host,
    instance,
    dataDir,
    entryDir: join(root, "assets/entry"),
    programsDir: join(root, "assets/programs"),
    limits: { memoryBytes: null, pids: 1000 },
  });
  await inTurns(runIds, async (run_id) => {
    const folder = join(dataDir, "runs", run_id);
    mkdirSync(join(folder, "out"), { recursive: true });
    const { id } = await engine.createGated({
      name: containerName("enhance", run_id),
      fallback_name: fullContainerName("enhance", run_id),
      run_id,
      model_type: "enhance",
      attempt: 1,
      instance,
      argv: ["sleep", "3600"],
      env: {},
      image: benchImage,
      folder,
      gpus: [],
      workdir: null,
      network: false,
      shm_bytes: 0,
      mounts: [],
    });
    await engine.openGate(id);
  });
  return { list: () => engine.list(), clear: () => clear(engine) };
}

async function clear(engine: Engine): Promise<void> {
  const ids = (await engine.list()).map((container) => container.id);
  await inTurns(ids, async (id) => {
    await engine.stop(id, { intMs: 0, termMs: 0 });
    await engine.remove(id);
  });
}

async function inTurns(items: readonly string[], work: (item: string) => Promise<void>) {
  const left = [...items];
  const workOff = async () => {
    for (let item = left.shift(); item; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, workOff));
}
