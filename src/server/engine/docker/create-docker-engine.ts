import { createLogger } from "@/server/logger";
import type { Engine } from "../engine";
import { createGated, findOfAttempt } from "./create-gated";
import { describeEngine } from "./describe-engine";
import type { DockerEngineOptions } from "./docker-engine-options";
import { job } from "./job-places";
import { listContainers } from "./list-containers";
import { inspectOurs, observeContainer } from "./observe-container";
import { openGate } from "./open-gate";
import { removeContainer } from "./remove-container";
import { sweepHelpers } from "./run-helper";
import { stopContainer } from "./stop-container";
import { watchEvents } from "./watch-events";

const logger = createLogger("engine.docker");

/**
 * An engine whose containers live on one Docker host. Labels carry all that is known of them, so any
 * later engine object of the same instance carries on.
 */
export function createDockerEngine(options: DockerEngineOptions): Engine {
  const { access } = options;
  const describe = describeEngine(options);
  return {
    name: options.name,
    kind: "docker",
    host: options.host,
    describe,
    places: () => ({
      in: job.in,
      out: job.out,
      node: job.node,
      operators: job.operators,
      programs: job.programs,
    }),
    createGated: (spec) => createGated(options, spec),
    openGate: (id) => openGate(options, id),
    inspect: (id) => (isId(id) ? observeContainer(options, id) : Promise.resolve(null)),
    find: (run_id, attempt) => findOfAttempt(options, { run_id, attempt }),
    list: () => listContainers(options),
    stop: (id, ladder) => stopContainer(options, id, ladder),
    remove: (id) => removeContainer(options, id),
    collect: async (id, folder) => {
      const info = await inspectOurs(options, id);
      if (!info) return access.gone(folder);
      const { Labels: labels } = info.Config;
      const ended = !info.State.Running;
      await access.collect({ id, labels, image: info.Image, ended }, folder);
    },
    followLog: (id, folder, signal) => access.followLog({ id, labels: {} }, folder, signal),
    watch: (onHint, signal) => {
      void watchEvents(
        options,
        (id, exitCode) => {
          if (id === "") void sweep(options);
          return onHint(id, exitCode);
        },
        signal,
      );
    },
  };
}

const isId = (id: string) => /^[0-9a-f]{64}$/.test(id);

/** Whenever the engine is reached anew. Only the one worker that acts watches: others have gone. */
async function sweep({ docker, instance, name }: DockerEngineOptions): Promise<void> {
  await sweepHelpers(docker, instance).catch((error: unknown) => {
    logger.warn("helpers of an earlier worker may be left", { engine: name, error });
  });
}
