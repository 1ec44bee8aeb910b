import type { Engine } from "../engine";
import { archiveAccess } from "./archive-access";
import { chooseAccess } from "./choose-access";
import { connectDocker } from "./connect-docker";
import { createDockerEngine } from "./create-docker-engine";
import type { ContainerLimits } from "./docker-engine-options";
import { handOver } from "./hand-over";
import type { TlsSettings } from "./read-certificates";
import { KnownLabels } from "./known-labels";
import { gpuHelper } from "./run-gpu-helper";
import { seesOurData } from "./sees-our-data";
import { sharedAccess } from "./shared-access";

export interface DockerHostOptions {
  name: string;
  address: string;
  tls?: TlsSettings;
  instance: string;
  /** Absolute path of our data folder. */
  dataDir: string;
  /** COSMOS_SHARED_DATA: whether the host sees our data folder under the same path. */
  sharedData?: "auto" | "yes" | "no";
  /** Absolute paths of `assets/entry` and `assets/programs`. */
  entryDir: string;
  programsDir: string;
  limits: ContainerLimits;
  /** What the settings call the images of the models; `describe` says which the host has. */
  images?: Readonly<Record<string, string>>;
}

/** The engine of one Docker host, connected by its address. */
export function createDockerHost(options: DockerHostOptions): Engine {
  const { name, address, tls, instance, dataDir, sharedData = "auto", limits } = options;
  const { entryDir, programsDir, images = {} } = options;
  const docker = connectDocker(address, tls);
  const here = address.startsWith("unix:");
  const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const access = chooseAccess({
    setting: sharedData,
    probe: () => seesOurData(docker, { instance, dataDir }),
    likely: here,
    shared: sharedAccess({
      name,
      entryDir,
      programsDir,
      handOver: ({ image }, folder) => handOver(docker, { instance, image, owner }, folder),
    }),
    archive: archiveAccess(docker, { instance, entryDir, programsDir }),
  });
  const host = { here, run: gpuHelper(docker, instance, [...new Set(Object.values(images))]) };
  const labels = new KnownLabels();
  return createDockerEngine({
    ...{ name, address, docker, instance, access, limits, images, host, labels },
  });
}
