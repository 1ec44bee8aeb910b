import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@/domain/new-id";
import type { ContainerSpec } from "../engine";
import { containerFiles } from "./container-files";
import type { LocalRecord } from "./read-record";

/**
 * Makes the folder of a container in one step: it appears complete or not at all, and only for one
 * of several callers. Returns null when `name` is taken.
 */
export async function makeRecord(root: string, name: string, spec: ContainerSpec) {
  const { run_id, model_type, attempt, instance, argv, folder } = spec;
  const created_at = new Date().toISOString();
  const id = `${name}.${newId()}`;
  const labels = { run_id, model_type, attempt, instance };
  const record: LocalRecord = { id, name, ...labels, argv, folder, created_at };
  const draft = await mkdtemp(join(root, ".new-"));
  const files = containerFiles(draft);
  try {
    await mkdir(files.tmp);
    await writeFile(files.record, JSON.stringify(record, null, 2));
    await writeFile(files.exitCodeRoom, "       \n");
    await rename(draft, join(root, name));
    return record;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (isTaken(error)) return null;
    throw error;
  }
}

/** A folder that holds something, or a file, is already there. */
function isTaken(error: unknown) {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOTEMPTY" || code === "EEXIST" || code === "ENOTDIR";
}
