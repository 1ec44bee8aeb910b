import { commandUnless } from "./ask-engine";
import type { DockerEngineOptions } from "./docker-engine-options";
import { inspectOurs } from "./observe-container";

/** Forgets a container. Refuses one that lives, gated ones included: stop it first. */
export async function removeContainer(options: DockerEngineOptions, id: string): Promise<void> {
  const info = await inspectOurs(options, id);
  if (!info) return;
  if (info.State.Running) {
    throw new Error(`The container ${info.Name.slice(1)} is running: stop it first.`);
  }
  // 409: its removal is under way already.
  await commandUnless([404, 409], options.docker.getContainer(id).remove({ v: true }));
}
