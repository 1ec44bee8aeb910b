import { connectDocker } from "./connect-docker";
import { createDockerEngine } from "./create-docker-engine";
import type { ContainerLimits } from "./docker-engine-options";
import { handOver } from "./hand-over";
import { sharedAccess } from "./shared-access";

export interface DockerHostOptions {
  name: string;
  address: string;
  instance: string;
  /** Absolute path of our data folder. */
  dataDir: string;
  /** Absolute paths of `assets/entry` and `assets/programs`. */
  entryDir: string;
  programsDir: string;
  limits: ContainerLimits;
  /** What the settings call the images of the models; `describe` says which the host has. */
  images?: Readonly<Record<string, string>>;
}

/** The engine of one Docker host, connected by its address. */
export function createDockerHost(options: DockerHostOptions) {
  const { name, address, instance, entryDir, programsDir, limits, images = {} } = options;
  const docker = connectDocker(address);
  const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const access = sharedAccess({
    name,
    entryDir,
    programsDir,
    handOver: ({ image }, folder) => handOver(docker, { instance, image, owner }, folder),
  });
  return createDockerEngine({ name, address, docker, instance, access, limits, images });
}
