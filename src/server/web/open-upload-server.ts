import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Server } from "@tus/server";
import { UPLOAD_BYTES_MAX, uploadsFolder } from "@/domain/inputs/upload";
import { newId } from "@/domain/new-id";
import { checkRoom } from "./check-room";
import { gigabytes } from "./gigabytes";
import { UploadRefusal } from "./upload-refusal";
import { UploadStore } from "./upload-store";

/**
 * The tus server over the data folder's uploads. `path` is the address of all uploads.
 * @throws UploadRefusal when the folder is not there and can't be made
 */
export async function openUploadServer(dataDir: string, path: string): Promise<Server> {
  await mkdir(join(dataDir, uploadsFolder), { recursive: true }).catch((error: unknown) => {
    throw explainNoFolder(error);
  });
  return new Server({
    path,
    datastore: new UploadStore(dataDir),
    relativeLocation: true,
    // No page of another site learns anything.
    allowedOrigins: () => false,
    namingFunction: () => newId(),
    onUploadCreate: async (_request, { size }) => {
      if (size === undefined) throw new UploadRefusal(400, "Upload-Length is required.");
      if (size > UPLOAD_BYTES_MAX) throw tooLarge(size);
      return {};
    },
    onIncomingRequest: async ({ method, headers }) => {
      if (method !== "PATCH") return;
      // The disk may have filled since the file was announced.
      await checkRoom(dataDir, { bytes: Number(headers.get("content-length") ?? 0) });
    },
  });
}

function tooLarge(bytes: number): UploadRefusal {
  const sentence = `The file has ${gigabytes(bytes)}; at most ${gigabytes(UPLOAD_BYTES_MAX)} are taken.`;
  return new UploadRefusal(413, sentence);
}

function explainNoFolder(error: unknown): UploadRefusal {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (["ENOSPC", "EDQUOT"].includes(code)) {
    return new UploadRefusal(
      507,
      "The data folder's disk is full. Free some space, then try again.",
    );
  }
  return new UploadRefusal(
    500,
    `The data folder's ${uploadsFolder} folder can't be made (${code}). Make the data folder writable, then try again.`,
  );
}
