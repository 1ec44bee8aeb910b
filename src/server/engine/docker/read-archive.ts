import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type Dockerode from "dockerode";
import { extract, type Headers } from "tar-stream";
import { readEngine, unreachable } from "./ask-engine";
import { checkArchive } from "./check-archive";
import { StallWatch } from "./stall-watch";

/** Takes one entry; must read its content to the end. */
export type TakeEntry = (entry: Headers, content: Readable) => Promise<void>;

/**
 * Reads a file or folder of a container, which may have ended, entry by entry as the engine sends it.
 * False when there is no such path or container.
 * @throws EngineUnreachable when the line is cut; whatever `take` throws
 */
export async function readArchive(
  container: Dockerode.Container,
  path: string,
  take: TakeEntry,
): Promise<boolean> {
  const watch = new StallWatch();
  try {
    const asked = container.getArchive({ path, abortSignal: watch.signal });
    const tar = (await readEngine(asked)) as Readable | null;
    if (tar) await readTar(tar, take, watch);
    return tar !== null;
  } finally {
    watch.end();
  }
}

async function readTar(tar: Readable, take: TakeEntry, watch: StallWatch): Promise<void> {
  const cut = new Error("the archive was cut off");
  let failure: unknown;
  let taking = Promise.resolve();
  const entries = extract();
  entries.on("entry", (entry, content, next) => {
    // What the parser gives neither ends nor fails when the parser does.
    const whole = content.pipe(new PassThrough());
    const cutOff = () => whole.destroy(cut);
    entries.once("close", cutOff);
    const done = () => {
      entries.off("close", cutOff);
      next();
    };
    taking = take(entry, whole).then(done, (error: unknown) => {
      if (error !== cut) failure = error;
      entries.destroy(error as Error);
    });
  });
  try {
    const check = checkArchive(() => watch.touch());
    await pipeline(tar, check, entries);
  } catch (error) {
    await taking;
    throw failure ?? unreachable(watch.explain(error));
  }
}
