import { commandEngine } from "./ask-engine";
import type { DockerEngineOptions } from "./docker-engine-options";
import { listImages } from "./list-images";

const KEEP_MS = 10_000;

interface EngineInfo {
  Name?: string;
  ID?: string;
  ServerVersion?: string;
  OperatingSystem?: string;
  KernelVersion?: string;
  Architecture?: string;
  NCPU?: number;
  MemTotal?: number;
  Driver?: string;
  LiveRestoreEnabled?: boolean;
  Runtimes?: Record<string, unknown>;
}

/** Makes a function that says what the engine is and can do, asking it at most every 10 s. */
export function describeEngine({ docker, address, access, images = {} }: DockerEngineOptions) {
  let known: { at: number; details: Record<string, unknown> } | undefined;
  return async (): Promise<Record<string, unknown>> => {
    if (known && Date.now() - known.at < KEEP_MS) return known.details;
    const info = (await commandEngine(docker.info())) as EngineInfo;
    const hasNvidia = Object.hasOwn(info.Runtimes ?? {}, "nvidia");
    const details = {
      kind: "Docker",
      address,
      host: info.Name,
      engine_id: info.ID,
      version: info.ServerVersion,
      platform: `${info.OperatingSystem} (${info.KernelVersion}) ${info.Architecture}`,
      cpus: info.NCPU,
      memory_bytes: info.MemTotal,
      storage_driver: info.Driver,
      nvidia_runtime: hasNvidia,
      live_restore: info.LiveRestoreEnabled === true,
      folders: access.kind,
      images: await listImages(docker, images),
      problems: [
        ...(info.LiveRestoreEnabled === true
          ? []
          : [
              'Containers die with the Docker engine: set "live-restore": true in its daemon.json, so that runs survive its restarts.',
            ]),
      ],
    };
    known = { at: Date.now(), details };
    return details;
  };
}
