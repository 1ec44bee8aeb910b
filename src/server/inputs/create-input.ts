import { mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { findDifferences } from "@/domain/inputs/check-input";
import { isInputName } from "@/domain/inputs/input-name";
import { SEQUENCE_FRAMES_MAX, uploadIdPattern } from "@/domain/inputs/upload";
import { inputKinds } from "@/domain/models/define-model";
import { newId } from "@/domain/new-id";
import type { InputRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { AppError, refused } from "../errors";
import { describeFiles } from "./describe-files";
import { explainFullDisk, isNameTaken } from "./disk-errors";
import { findFfmpeg } from "./find-ffmpeg";
import { findUpload, removeUpload } from "./find-upload";
import { getInput } from "./get-input";
import { createProgressNote, incomingFolder } from "./import-progress";
import { inputFiles } from "./input-files";
import { writeInputManifest } from "./input-manifest";
import { makeInputPoster } from "./make-input-poster";
import type { InspectedFile } from "./inspect-folder";
import { type ArrivedFile, layOutFile } from "./lay-out-file";

const PICTURE_BYTES_MAX = 256e6;

const Frame = z.strictObject({
  name: z.string().min(1).max(255),
  bytes: z.int().min(1).max(PICTURE_BYTES_MAX),
});

export const CreateInputInput = z.strictObject({
  /** Small letters, digits and hyphens. */
  name: z.string(),
  /** One for each kind of video; the colour video must be among them. */
  files: z
    .array(
      z.strictObject({
        kind: z.enum(inputKinds),
        /** What messages call it. */
        file_name: z.string().min(1).max(255),
        /** Last part of the address that `/api/uploads` gave it. */
        upload_id: z.string().regex(uploadIdPattern),
        /** When the upload is PNG pictures, one behind the other: what they are called. */
        sequence: z
          .strictObject({
            fps: z.number().min(1).max(120).default(24),
            frames: z.array(Frame).min(1).max(SEQUENCE_FRAMES_MAX),
          })
          .optional(),
      }),
    )
    .min(1)
    .max(inputKinds.length),
  /** Takes videos of different lengths, sizes or frame rates, too. */
  allow_differences: z.boolean().default(false),
  /** Under which `inputs.progress` tells how far it is. */
  import_id: z.string().regex(uploadIdPattern).optional(),
});
export type CreateInputInput = z.input<typeof CreateInputInput>;

/**
 * Makes an input of files that were uploaded: all of it or nothing, and what was uploaded stays
 * until it has become an input.
 * @throws AppError `refused` naming the file, or `conflict` when the name is taken
 */
export async function createInput(
  ctx: ServiceContext,
  input: z.output<typeof CreateInputInput>,
): Promise<InputRecord> {
  const { dataDir } = ctx.env;
  refuseIncomplete(input);
  const target = join(dataDir, "inputs", input.name);
  if (await stat(target).catch(() => undefined)) throw nameTaken(input.name);
  const files = await Promise.all(
    input.files.map(async ({ upload_id, ...file }) => {
      const { path } = await findUpload(dataDir, { upload_id, name: file.file_name });
      return { ...file, path };
    }),
  );
  const incoming = incomingFolder(dataDir, input.import_id ?? newId());
  await mkdir(join(dataDir, "inputs"), { recursive: true });
  await mkdir(incoming).catch((error: unknown) => {
    throw isNameTaken(error)
      ? new AppError("conflict", "This input is being made already.")
      : error;
  });
  try {
    const manifest = await layOut(ctx, { incoming, files, input });
    await rm(join(incoming, ".progress.json"), { force: true });
    await writeInputManifest(incoming, manifest);
    await makeInputPoster(ctx.env, incoming, manifest).catch(() => undefined);
    await rename(incoming, target);
  } catch (error) {
    await rm(incoming, { recursive: true, force: true });
    throw isNameTaken(error) ? nameTaken(input.name) : explainFullDisk(error);
  }
  await Promise.all(files.map(({ path }) => removeUpload(path)));
  return getInput(ctx, input.name);
}

function refuseIncomplete({ name, files }: z.output<typeof CreateInputInput>): void {
  if (!isInputName(name)) {
    throw refused(
      "An input's name is up to 60 small letters, digits and hyphens, begins with a letter or a digit, and is not “new”.",
    );
  }
  const kinds = files.map(({ kind }) => kind);
  const twice = files.find(({ kind }, index) => kinds.indexOf(kind) !== index);
  if (twice) throw refused(`${twice.file_name} is of a kind that another file has already.`);
  if (!kinds.includes("video")) throw refused("The colour video is missing: every run needs one.");
}

interface Work {
  incoming: string;
  files: readonly ArrivedFile[];
  input: z.output<typeof CreateInputInput>;
}

async function layOut(ctx: ServiceContext, { incoming, files, input }: Work) {
  const workshop = {
    ffmpeg: await findFfmpeg(ctx.env),
    folder: incoming,
    note: createProgressNote(incoming),
  };
  const inspected: InspectedFile[] = [];
  for (const file of files) {
    const media = await layOutFile(workshop, file);
    if (media.frames < 2) throw refused(`${file.file_name} has a single frame: models need two.`);
    const path = join(incoming, inputFiles[file.kind]);
    inspected.push({ kind: file.kind, path, bytes: (await stat(path)).size, media });
  }
  const differences = findDifferences(inspected);
  if (differences.length > 0 && !input.allow_differences) {
    throw refused(
      `The videos differ. ${differences.join(" ")} Make them agree, or allow differences.`,
    );
  }
  return describeFiles(inKindOrder(inspected));
}

/** The colour video first, as everywhere. */
function inKindOrder(files: readonly InspectedFile[]): InspectedFile[] {
  return inputKinds.flatMap((kind) => files.filter((file) => file.kind === kind));
}

function nameTaken(name: string): AppError {
  return new AppError("conflict", `There is an input ${name} already: choose another name.`);
}
