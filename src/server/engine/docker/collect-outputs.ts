import { rm } from "node:fs/promises";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import type Dockerode from "dockerode";
import { createLogger } from "@/server/logger";
import { EngineUnreachable } from "../engine";
import { job } from "./job-places";
import { listOutputs } from "./list-outputs";
import { readArchive, type TakeEntry } from "./read-archive";
import { arriving, isInside, isTaken, seconds, takeFile, type Wanted } from "./take-file";

const logger = createLogger("engine.docker");
/** Asking for each file costs some milliseconds; from here on one archive of all is faster. */
const MANY = 32;

interface Ended {
  id: string;
  image: string;
  instance: string;
}

/**
 * Brings the outputs of a container that has ended into the run's folder: regular files, each compared
 * with the hash it had there. What is here already is not fetched again.
 * @throws EngineUnreachable; asked again, it carries on with the files that are missing
 */
export async function collectOutputs(
  docker: Dockerode,
  ended: Ended,
  folder: string,
): Promise<void> {
  const container = docker.getContainer(ended.id);
  const missing = await listMissing(docker, ended, folder);
  if (!missing) await takeAll(container, folder);
  else {
    // A line that is cut again and again still lets single files through.
    if (missing.size > MANY) await takeAll(container, folder, missing).catch(ignoreCut);
    for (const wanted of missing.values()) await takeOne(container, folder, wanted);
  }
  await rm(arriving(folder), { recursive: true, force: true });
}

/** Null when the image cannot list them. */
async function listMissing(docker: Dockerode, ended: Ended, folder: string) {
  try {
    const missing = new Map<string, Wanted>();
    for (const output of await listOutputs(docker, ended)) {
      if (!(await isTaken(folder, output))) missing.set(output.path, output);
    }
    return missing;
  } catch (error) {
    if (error instanceof EngineUnreachable) throw error;
    logger.warn("outputs cannot be hashed where they are", { id: ended.id, error });
    return null;
  }
}

/** Takes all files, or those of `missing`, out of one archive, and out of `missing`. */
async function takeAll(
  container: Dockerode.Container,
  folder: string,
  missing?: Map<string, Wanted>,
): Promise<void> {
  const take: TakeEntry = async ({ name, type, size = 0, mtime }, content) => {
    const path = name.slice(name.indexOf("/") + 1);
    const found = { path, size, mtime: seconds(mtime ?? new Date(0)), sha256: null };
    const wanted = missing ? missing.get(path) : found;
    if (type !== "file" || !isInside(path) || !wanted || (await isTaken(folder, wanted))) {
      return drain(content);
    }
    await takeFile(folder, wanted, content);
    missing?.delete(path);
  };
  await readArchive(container, job.out, take);
}

async function takeOne(container: Dockerode.Container, folder: string, wanted: Wanted) {
  let taken = false;
  await readArchive(container, `${job.out}/${wanted.path}`, async ({ name, type }, content) => {
    if (type !== "file" || name !== basename(wanted.path) || !isInside(wanted.path)) {
      return drain(content);
    }
    await takeFile(folder, wanted, content);
    taken = true;
  });
  if (!taken) throw new Error(`The output ${wanted.path} has gone.`);
}

async function drain(content: Readable): Promise<void> {
  for await (const _ of content);
}

function ignoreCut(error: unknown) {
  if (!(error instanceof EngineUnreachable)) throw error;
}
