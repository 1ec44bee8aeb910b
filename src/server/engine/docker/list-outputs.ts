import type Dockerode from "dockerode";
import { job } from "./job-places";
import { runHelper } from "./run-helper";

/** A file that a container left in /job/out. */
export interface Output {
  /** Below /job/out. */
  path: string;
  sha256: string;
  size: number;
  /** Seconds since 1970, as archives carry it. */
  mtime: number;
}

/** Hashing takes some seconds per GB. */
const TAKES_MAX_MS = 60 * 60_000;

/**
 * Lists the outputs of a container that has ended, hashed where they are: by a helper of the same image.
 * @throws Error when the image lacks what that takes
 */
export async function listOutputs(
  docker: Dockerode,
  { id, image, instance }: { id: string; image: string; instance: string },
): Promise<Output[]> {
  const listed = await runHelper(docker, instance, {
    image,
    command: ["/bin/sh", `${job.entryFolder}/list-outputs.sh`, job.out],
    host: {
      VolumesFrom: [`${id}:ro`],
      CapDrop: ["ALL"],
      CapAdd: ["DAC_OVERRIDE"],
      SecurityOpt: ["no-new-privileges"],
    },
    timeoutMs: TAKES_MAX_MS,
  });
  const items = listed.split("\0").slice(0, -1);
  const count = items.pop();
  if (Number(count) !== items.length) throw new Error("The list of the outputs is not whole.");
  return items.map((item) => {
    const [, sha256 = "", size, mtime, path = ""] =
      /^([0-9a-f]{64}) (\d+) (\d+) (.+)$/s.exec(item) ?? [];
    if (!path) throw new Error(`The list of the outputs has a line of its own: ${item}`);
    return { path, sha256, size: Number(size), mtime: Number(mtime) };
  });
}
