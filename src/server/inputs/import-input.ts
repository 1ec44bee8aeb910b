import { copyFile, constants, mkdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { toInputName } from "@/domain/inputs/input-name";
import { newId } from "@/domain/new-id";
import type { PromptRecord } from "@/domain/records";
import { describeFiles } from "./describe-files";
import { explainFullDisk, isNameTaken } from "./disk-errors";
import { type InputManifest, readInputManifest, writeInputManifest } from "./input-manifest";
import { inspectFolder } from "./inspect-folder";

export interface ImportedInput {
  input: Pick<PromptRecord, "inputs" | "input_name">;
  /** Takes back what was copied; what was there before stays. */
  undo: () => Promise<void>;
}

/**
 * Copies a folder's input videos into the data folder, once: the same videos are found again.
 * @throws AppError `refused` as `inspectFolder`, or `unavailable` when the disk is full
 */
export async function importInput(dataDir: string, folder: string): Promise<ImportedInput> {
  const manifest = await describeFiles(await inspectFolder(folder));
  const root = join(dataDir, "inputs");
  const incoming = join(root, `.incoming-${newId()}`);
  const holds = async (name: string) =>
    sameFiles(await readInputManifest(join(root, name)), manifest);
  for (const name of candidateNames(folder, manifest)) {
    if (await holds(name)) return existing(name, manifest);
    try {
      await copyInto(incoming, folder, manifest);
      await rename(incoming, join(root, name));
      const undo = () => rm(join(root, name), { recursive: true, force: true });
      return { ...existing(name, manifest), undo };
    } catch (error) {
      await rm(incoming, { recursive: true, force: true });
      if (!isNameTaken(error)) throw explainFullDisk(error);
      // Someone may have brought the same videos a moment before.
      if (await holds(name)) return existing(name, manifest);
    }
  }
  throw new Error(`No free name for the input folder ${folder}.`);
}

function* candidateNames(folder: string, manifest: InputManifest) {
  const name = toInputName(basename(folder)) || "input";
  yield name;
  yield `${name}-${(manifest.files[0]?.sha256 ?? "").slice(0, 8)}`;
  yield `${name}-${newId()}`;
}

async function copyInto(incoming: string, folder: string, manifest: InputManifest) {
  await mkdir(incoming, { recursive: true });
  for (const { file } of manifest.files) {
    await copyFile(join(folder, file), join(incoming, file), constants.COPYFILE_FICLONE);
  }
  await writeInputManifest(incoming, manifest);
}

function existing(name: string, manifest: InputManifest): ImportedInput {
  const paths = manifest.files.map(({ kind, file }) => [kind, `inputs/${name}/${file}`]);
  return {
    input: { input_name: name, inputs: Object.fromEntries(paths) as PromptRecord["inputs"] },
    undo: async () => {},
  };
}

function sameFiles(one: InputManifest | undefined, other: InputManifest): boolean {
  const key = (manifest: InputManifest) =>
    manifest.files
      .map(({ kind, sha256 }) => `${kind}:${sha256}`)
      .sort()
      .join();
  return one !== undefined && key(one) === key(other);
}
