import { copyFile, constants, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { newId } from "@/domain/new-id";
import type { PromptRecord } from "@/domain/records";
import { sha256File } from "@/media/sha256-file";
import { AppError } from "../errors";
import { inputFiles } from "./input-files";
import { type InputManifest, readInputManifest } from "./input-manifest";
import { type InspectedFile, inspectFolder } from "./inspect-folder";

export interface ImportedInput {
  input: Pick<PromptRecord, "inputs" | "input_name">;
  /** Takes back what was copied; what was there before stays. */
  undo: () => Promise<void>;
}

/**
 * Copies a folder's input videos into the data folder, once: the same videos are found again.
 * @throws AppError `refused` as `inspectFolder`
 */
export async function importInput(dataDir: string, folder: string): Promise<ImportedInput> {
  const manifest = await describeFolder(await inspectFolder(folder));
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
      if (isFull(error)) {
        const message =
          "The data folder has no room for the input: free some space, then try again.";
        throw new AppError("unavailable", message, { cause: error });
      }
      if (!isTaken(error)) throw error;
      // Someone may have brought the same videos a moment before.
      if (await holds(name)) return existing(name, manifest);
    }
  }
  throw new Error(`No free name for the input folder ${folder}.`);
}

async function describeFolder(files: InspectedFile[]): Promise<InputManifest> {
  const described = files.map(async ({ kind, path, bytes, media }) => ({
    kind,
    file: inputFiles[kind],
    bytes,
    sha256: await sha256File(path),
    media,
  }));
  return { created_at: new Date().toISOString(), files: await Promise.all(described) };
}

function* candidateNames(folder: string, manifest: InputManifest) {
  const slug = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const name = slug.replace(/^-+|-+$/g, "").slice(0, 60) || "input";
  yield name;
  yield `${name}-${(manifest.files[0]?.sha256 ?? "").slice(0, 8)}`;
  yield `${name}-${newId()}`;
}

async function copyInto(incoming: string, folder: string, manifest: InputManifest) {
  await mkdir(incoming, { recursive: true });
  for (const { file } of manifest.files) {
    await copyFile(join(folder, file), join(incoming, file), constants.COPYFILE_FICLONE);
  }
  await writeFile(join(incoming, "input.json"), `${JSON.stringify(manifest, null, 2)}\n`);
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

function isFull(error: unknown): boolean {
  return ["ENOSPC", "EDQUOT"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function isTaken(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOTEMPTY" || code === "EEXIST";
}
