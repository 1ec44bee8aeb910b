import type { IncomingMessage } from "node:http";
import type Dockerode from "dockerode";
import { z } from "zod";
import { readEngine } from "./ask-engine";

/** What Docker says in the header `X-Docker-Container-Path-Stat`, as JSON in base64. */
const PathStat = z.object({ size: z.number(), mtime: z.coerce.date() });

/**
 * Size and time of a file in a container, whether it runs or has ended; null when there is no such file
 * or container.
 * @throws EngineUnreachable
 */
export async function statInside(container: Dockerode.Container, path: string) {
  const answer = await readEngine<IncomingMessage>(container.infoArchive({ path }), true);
  if (!answer) return null;
  answer.resume();
  const header = String(answer.headers["x-docker-container-path-stat"]);
  return PathStat.parse(JSON.parse(Buffer.from(header, "base64").toString()));
}
