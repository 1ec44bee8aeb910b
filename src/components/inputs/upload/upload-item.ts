import { guessKind } from "@/domain/inputs/guess-kind";
import type { DroppedGroup } from "@/domain/inputs/group-dropped";
import { orderFrames } from "@/domain/inputs/order-frames";
import { SEQUENCE_FRAMES_MAX, UPLOAD_BYTES_MAX } from "@/domain/inputs/upload";
import type { InputKind } from "@/domain/models/define-model";
import { formatBytes } from "../../format/format-bytes";

/** A file of the person's disk. */
export interface LocalFile {
  name: string;
  folder: string;
  file: File;
}

/** A video, or the pictures of one, on its way in. */
export interface UploadItem {
  /** The same for the same files, today and after a reload. */
  key: string;
  file_name: string;
  kind: InputKind | null;
  bytes: number;
  sent: number;
  /** `refused` was not even sent; `failed` may be tried again. */
  state: "sending" | "paused" | "sent" | "failed" | "refused";
  /** Why it was refused or failed, in one sentence. */
  problem: string | null;
  /** Known once the server has made a place for it. */
  upload_id: string | null;
  sequence: { fps: number; frames: { name: string; bytes: number }[] } | null;
}

const FPS = 24;

export interface NewUpload {
  item: UploadItem;
  /** What is sent: pictures lie in it one behind the other. */
  content: Blob;
}

/** What was dropped as something to send; with a problem when it can't be. */
export function toUpload({ shape, label, files }: DroppedGroup<LocalFile>): NewUpload {
  const content = new Blob(files.map(({ file }) => file));
  const [first, last] = [files[0]?.name ?? "", files.at(-1)?.name ?? ""];
  const isSequence = shape === "sequence";
  const changed = Math.max(...files.map(({ file }) => file.lastModified));
  const problem = findProblem(files, { bytes: content.size, isSequence });
  return {
    content,
    item: {
      key: ["cosmos", first, last, files.length, content.size, changed].join("|"),
      file_name: isSequence ? `${first} … (${files.length} pictures)` : first,
      kind: guessKind(label),
      bytes: content.size,
      sent: 0,
      state: problem ? "refused" : "sending",
      problem,
      upload_id: null,
      sequence: isSequence
        ? { fps: FPS, frames: files.map(({ name, file }) => ({ name, bytes: file.size })) }
        : null,
    },
  };
}

function findProblem(
  files: readonly LocalFile[],
  { bytes, isSequence }: { bytes: number; isSequence: boolean },
): string | null {
  const empty = files.find(({ file }) => file.size === 0);
  if (empty) return `${empty.name} is empty.`;
  if (bytes > UPLOAD_BYTES_MAX) {
    return `It has ${formatBytes(bytes)}; at most ${formatBytes(UPLOAD_BYTES_MAX)} are taken.`;
  }
  if (!isSequence) return null;
  if (files.length < 2) return "A single picture makes no video: models need two frames.";
  if (files.length > SEQUENCE_FRAMES_MAX) {
    return `It has ${files.length} pictures; at most ${SEQUENCE_FRAMES_MAX} are taken.`;
  }
  try {
    orderFrames(files);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
