import { join } from "node:path";
import { type Env, programEnv } from "@/env";
import { createDockerHost } from "../engine/docker/create-docker-host";
import type { Engine } from "../engine/engine";
import { createLocalEngine } from "../engine/local/create-local-engine";
import { listDockerHosts } from "./list-docker-hosts";
import { listImageNames } from "./list-image-names";
import { shareAssets } from "./share-assets";

/** The engines that the environment names: this machine's processes, or one for each Docker host. */
export function createEngines(env: Env, instance: string): Engine[] {
  return engineMakers[env.COSMOS_ENGINE](env, instance);
}

const engineMakers: Record<Env["COSMOS_ENGINE"], (env: Env, instance: string) => Engine[]> = {
  local: (env, instance) => [
    createLocalEngine({
      dataDir: env.dataDir,
      entryDir: join(env.root, "assets", "entry"),
      nodePath: process.execPath,
      operatorsDir: join(env.root, "dist", "operators"),
      env: programEnv(),
      instance,
    }),
  ],
  docker: (env, instance) =>
    listDockerHosts(env).map((host) =>
      createDockerHost({
        ...host,
        instance,
        tls: { verify: env.DOCKER_TLS_VERIFY, certPath: env.DOCKER_CERT_PATH },
        sharedData: env.COSMOS_SHARED_DATA,
        dataDir: env.dataDir,
        entryDir: shareAssets(env, "entry"),
        programsDir: shareAssets(env, "programs"),
        images: listImageNames(env),
        limits: {
          memoryBytes: env.COSMOS_MEMORY_LIMIT_GB ? env.COSMOS_MEMORY_LIMIT_GB * 1e9 : null,
          pids: env.COSMOS_PIDS_LIMIT,
        },
      }),
    ),
};
