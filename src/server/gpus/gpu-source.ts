import type { GpuCard } from "@/domain/gpu/gpu-state";

/** Where the GPUs of an engine's host are read. */
export interface GpuSource {
  /**
   * All cards of the host, no program among theirs known as ours yet; null when there is nothing to ask,
   * as on a machine without NVIDIA's driver.
   * @throws Error when what there is to ask does not answer, with a sentence for people
   */
  read(): Promise<GpuCard[] | null>;
}

/** Runs a command on the engine's host and returns what it wrote; throws with its exit code and last words. */
export type RunCommand = (command: readonly string[]) => Promise<string>;
