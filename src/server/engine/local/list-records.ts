import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { createLogger } from "@/server/logger";
import { EngineUnreachable } from "../engine";
import { type FoundRecord, findNamed } from "./find-record";

const logger = createLogger("engine.local");
const warned = new Set<string>();

/** All readable records; one that is not is skipped with a warning, once. */
export async function listRecords(root: string): Promise<FoundRecord[]> {
  const names = await readdir(root).catch((cause) => {
    throw new EngineUnreachable(`The folder ${root} cannot be read.`, { cause });
  });
  const visible = names.filter((name) => !name.startsWith("."));
  const found = await Promise.all(visible.map((name) => findNamed(root, name)));
  for (const [at, name] of visible.entries()) {
    if (!found[at]) await warnOnce(join(root, name));
  }
  return found.flatMap((each) => each ?? []);
}

async function warnOnce(folder: string) {
  const removed = await stat(folder).then(
    () => false,
    () => true,
  );
  if (removed || warned.has(folder)) return;
  warned.add(folder);
  logger.warn("skipped a container whose record cannot be read", { folder });
}
