import type Dockerode from "dockerode";
import type { EngineHost } from "../engine";
import type { FolderAccess } from "./folder-access";
import type { KnownLabels } from "./known-labels";

export interface DockerEngineOptions {
  /** The engine's name in rows: `docker`, or the host's name in DOCKER_HOSTS. */
  name: string;
  /** Where it is reached, for people. */
  address: string;
  docker: Dockerode;
  /** Which Cosmos installation owns the containers. */
  instance: string;
  access: FolderAccess;
  limits: ContainerLimits;
  /** What the settings call the images of the models; `describe` says which the host has. */
  images?: Readonly<Record<string, string>>;
  host: EngineHost;
  /** The labels of containers that were seen, by id: they never change. */
  labels: KnownLabels;
}

/** Bounds of every container. */
export interface ContainerLimits {
  /** Bytes; null for none. */
  memoryBytes: number | null;
  pids: number;
}
