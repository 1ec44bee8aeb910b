import type { Readable } from "node:stream";
import type Dockerode from "dockerode";
import { commandEngine } from "./ask-engine";
import { readFrames } from "./read-frames";

/**
 * Runs a program in a running container and gives what it writes to stdout. How it ends is not told: a
 * line that is cut looks the same as its end.
 * @throws EngineAnswer when the container does not run (any more), EngineUnreachable
 */
export async function* execInside(
  container: Dockerode.Container,
  command: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  const options = { Cmd: [...command], AttachStdout: true, AttachStderr: false, User: "0:0" };
  const exec = await commandEngine(container.exec(options));
  const started = exec.start({ Detach: false, Tty: false, ...(signal && { abortSignal: signal }) });
  const stream: Readable = await commandEngine(started);
  try {
    yield* readFrames(stream);
  } finally {
    stream.destroy();
  }
}
