import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type Dockerode from "dockerode";
import { EngineUnreachable } from "../engine";
import { isAnswer, readEngine } from "./ask-engine";
import { runHelper } from "./run-helper";

const TAKES_MAX_MS = 30_000;
/** Some images have no program at all. */
const IMAGES_MAX = 3;

/**
 * Whether the engine's host sees our data folder under the same path: a helper container reads a token
 * there. Null when no image is there to try it with.
 * @throws EngineUnreachable
 */
export async function seesOurData(
  docker: Dockerode,
  { instance, dataDir }: { instance: string; dataDir: string },
): Promise<boolean | null> {
  const token = randomUUID();
  const folder = join(dataDir, "probe", token);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(join(folder, "token"), token);
    const images = (await readEngine(docker.listImages())) ?? [];
    for (const { Id: image } of images.slice(0, IMAGES_MAX)) {
      const seen = await readToken(docker, { instance, image, folder });
      if (seen !== null) return seen === token;
    }
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a container reads there; null when its image cannot read. */
async function readToken(
  docker: Dockerode,
  { instance, image, folder }: { instance: string; image: string; folder: string },
): Promise<string | null> {
  try {
    return await runHelper(docker, instance, {
      image,
      command: ["/bin/sh", "-c", "cat /probe/token || true"],
      host: { Mounts: [{ Type: "bind", Source: folder, Target: "/probe", ReadOnly: true }] },
      timeoutMs: TAKES_MAX_MS,
    });
  } catch (error) {
    if (error instanceof EngineUnreachable) throw error;
    // Without such a folder there the engine refuses to make the container.
    return isAnswer(error) && error.statusCode === 400 ? "" : null;
  }
}
