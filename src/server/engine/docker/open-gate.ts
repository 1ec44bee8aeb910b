import type { DockerEngineOptions } from "./docker-engine-options";
import { inspectOurs, observeContainer } from "./observe-container";

/** Opens the gate of a waiting container and returns when its program has begun (or never will). */
export async function openGate(options: DockerEngineOptions, id: string): Promise<void> {
  const labels = options.labels.get(id) ?? (await inspectOurs(options, id))?.Config.Labels;
  if (!labels) throw new Error(`There is no container ${id}.`);
  const isWaiting = async () => (await observeContainer(options, id))?.state === "gated";
  await options.access.openGate({ id, labels }, isWaiting);
}
