import { access } from "node:fs/promises";
import { join } from "node:path";
import { EngineUnreachable } from "../engine";
import { isAbsence } from "./if-there";
import { type LocalRecord, readRecord } from "./read-record";

export interface FoundRecord {
  recordFolder: string;
  record: LocalRecord;
}

/** The record of the container `id`; null if there is none (any more). */
export async function findRecord(root: string, id: string): Promise<FoundRecord | null> {
  const name = id.slice(0, id.lastIndexOf("."));
  if (!/^\w[\w.-]*$/.test(name)) return null;
  const found = await findNamed(root, name);
  return found?.record.id === id ? found : null;
}

/** The record of the container named `name`; null if there is none or it cannot be read. */
export async function findNamed(root: string, name: string): Promise<FoundRecord | null> {
  const recordFolder = join(root, name);
  try {
    return { recordFolder, record: await readRecord(recordFolder) };
  } catch (error) {
    await access(root).catch((cause) => {
      throw new EngineUnreachable(`The folder ${root} cannot be read.`, { cause });
    });
    // No record or a broken one is no container; one that cannot be read now is another matter.
    if (error instanceof Error && "code" in error && !isAbsence(error)) {
      throw new EngineUnreachable(`The record of ${name} cannot be read.`, { cause: error });
    }
    return null;
  }
}
