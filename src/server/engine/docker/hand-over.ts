import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type Dockerode from "dockerode";
import { createLogger } from "@/server/logger";
import { EngineUnreachable } from "../engine";
import { runHelper } from "./run-helper";

export interface Owner {
  uid: number;
  gid: number;
}

const logger = createLogger("engine.docker");
const TAKES_MAX_MS = 60_000;

/**
 * Makes the files ours that a container left in a run's `out`, as it wrote them as root: a helper
 * container of the same image changes their owner. Does nothing when they are ours already.
 */
export async function handOver(
  docker: Dockerode,
  { instance, image, owner }: { instance: string; image: string; owner: Owner },
  folder: string,
): Promise<void> {
  const out = join(folder, "out");
  if (await belongsTo(owner, out)) return;
  const asked = runHelper(docker, instance, {
    image,
    command: ["chown", "-R", `${owner.uid}:${owner.gid}`, "/job/out"],
    host: {
      Mounts: [{ Type: "bind", Source: out, Target: "/job/out" }],
      CapDrop: ["ALL"],
      CapAdd: ["CHOWN", "DAC_OVERRIDE", "FOWNER"],
      SecurityOpt: ["no-new-privileges"],
    },
    timeoutMs: TAKES_MAX_MS,
  });
  await asked.catch((error: unknown) => {
    if (error instanceof EngineUnreachable) throw error;
    // An image without chown: what it wrote can be read all the same, in all but odd cases.
    logger.warn("files of a container stay its own", { folder, error });
  });
}

async function belongsTo({ uid }: Owner, out: string): Promise<boolean> {
  const names = await readdir(out, { recursive: true }).catch(() => []);
  for (const name of names) {
    const found = await stat(join(out, name)).catch(() => null);
    if (found && found.uid !== uid) return false;
  }
  return true;
}
