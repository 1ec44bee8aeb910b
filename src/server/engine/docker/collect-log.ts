import type Dockerode from "dockerode";
import { job } from "./job-places";
import { LogFile } from "./log-file";
import { readArchive } from "./read-archive";
import { statInside } from "./stat-inside";

/**
 * Brings what is missing of a container's log into the run's folder; the container may have ended.
 * False when there is no such container, or no log in it.
 * @throws EngineUnreachable; asked again, it carries on where it stopped
 */
export async function collectLog(container: Dockerode.Container, folder: string): Promise<boolean> {
  const log = await LogFile.open(folder);
  try {
    const there = await statInside(container, job.log);
    if (there && there.size > log.length) await fetchRest(container, log);
    await log.sync();
    return there !== null;
  } finally {
    await log.close();
  }
}

async function fetchRest(container: Dockerode.Container, log: LogFile): Promise<void> {
  await readArchive(container, job.log, async (_, content) => {
    let place = 0;
    for await (const bytes of content as AsyncIterable<Buffer>) {
      const known = Math.min(Math.max(log.length - place, 0), bytes.length);
      place += bytes.length;
      await log.append(bytes.subarray(known));
    }
  });
}
