import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import { uploadIdPattern, uploadsFolder } from "@/domain/inputs/upload";
import { newId } from "@/domain/new-id";
import { checkRoom } from "./check-room";
import { plainAnswer } from "./plain-answer";
import { UploadRefusal } from "./upload-refusal";

const PATH = "/api/uploads";
/** What the tus protocol asks of the address of all uploads, and of that of one. */
const methods = { all: ["POST", "OPTIONS"], one: ["HEAD", "PATCH", "DELETE", "OPTIONS"] };

type ServeUploads = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Takes files in by the tus protocol, so that they can be paused and go on after a cut. They lie in
 * the data folder, under ids of ours, until an input is made of them.
 * Answers false for all other addresses.
 */
export function createUploads(dataDir: string): ServeUploads {
  let server: Server | undefined;
  return async (request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    if (path !== PATH && !path.startsWith(`${PATH}/`)) return false;
    const id = path.slice(PATH.length + 1);
    const allowed = id ? methods.one : methods.all;
    if (id && !uploadIdPattern.test(id)) {
      plainAnswer(response, 404, "There is no such upload.");
    } else if (!allowed.includes(request.method ?? "")) {
      response.setHeader("Allow", allowed.join(", "));
      plainAnswer(response, 405, "Uploads follow the tus protocol, and can't be read.");
    } else {
      server ??= openServer(dataDir);
      await server.handle(request, response);
    }
    return true;
  };
}

function openServer(dataDir: string): Server {
  return new Server({
    path: PATH,
    datastore: new FileStore({ directory: join(dataDir, uploadsFolder) }),
    relativeLocation: true,
    // No page of another site learns anything.
    allowedOrigins: () => false,
    namingFunction: () => newId(),
    onUploadCreate: async (_request, { size }) => {
      if (size === undefined) throw new UploadRefusal(400, "Upload-Length is required.");
      await checkRoom(dataDir, size);
      return {};
    },
  });
}
