import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type Dockerode from "dockerode";
import type { ContainerSpec } from "../engine";
import { isAnswer, unreachable } from "./ask-engine";
import { type JobFiles, LAST_FILE, packJob } from "./pack-job";
import { StallWatch } from "./stall-watch";
import { statInside } from "./stat-inside";

const JOB = "/job";

/**
 * Sends a job into a container that has not started yet, unless all of it is there.
 * @throws EngineUnreachable, or the engine's answer when it refuses
 */
export async function fillContainer(
  container: Dockerode.Container,
  spec: ContainerSpec,
  files: JobFiles,
): Promise<void> {
  if (await statInside(container, `${JOB}/${LAST_FILE}`)) return;
  const watch = new StallWatch();
  const sent = new PassThrough({ highWaterMark: 1 << 20 });
  const packed = pipeline(packJob(spec, files), watched(watch), sent);
  // An input that cannot be read ends the request, too.
  let unreadable: unknown = null;
  packed.catch((error: unknown) => (unreadable = error));
  try {
    await container.putArchive(sent, { path: JOB, abortSignal: watch.signal } as { path: string });
  } catch (error) {
    if (unreadable) throw unreadable;
    // Ends a request that was refused before all of it was read.
    sent.destroy(error as Error);
    if (isAnswer(error)) throw error;
    throw unreachable(watch.explain(error));
  } finally {
    watch.end();
  }
}

function watched(watch: StallWatch) {
  return async function* (bytes: Readable) {
    for await (const part of bytes) {
      watch.touch();
      yield part as Buffer;
    }
  };
}
