import type Dockerode from "dockerode";
import { inspectImage } from "./find-image";
import { runHelper } from "./run-helper";

const TAKES_MAX_MS = 20_000;

/**
 * Makes a function that runs a command in a container that sees all GPUs and processes of the host, and
 * returns its stdout. The container toolkit puts `nvidia-smi` into any image; the first of `images`
 * that the host has is taken.
 */
export function gpuHelper(docker: Dockerode, instance: string, images: readonly string[]) {
  return async (command: readonly string[]): Promise<string> => {
    for (const reference of images) {
      const found = await inspectImage(docker, reference);
      if (!found) continue;
      return runHelper(docker, instance, {
        image: found.Id,
        command,
        host: {
          PidMode: "host",
          DeviceRequests: [{ Driver: "nvidia", Count: -1, Capabilities: [["gpu", "utility"]] }],
        },
        timeoutMs: TAKES_MAX_MS,
      });
    }
    throw new Error(`None of the images ${images.join(", ")} is there to read GPUs with.`);
  };
}
