import type { IncomingMessage, ServerResponse } from "node:http";
import type { Server } from "@tus/server";
import { uploadIdPattern } from "@/domain/inputs/upload";
import { openUploadServer } from "./open-upload-server";
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
  let opening: Promise<Server> | undefined;
  /** Once for all requests; again after it failed. */
  const open = () => {
    opening ??= openUploadServer(dataDir, PATH).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  return async (request, response) => {
    const [path = "", query] = (request.url ?? "").split("?");
    if (path !== PATH && !path.startsWith(`${PATH}/`)) return false;
    const id = path.slice(PATH.length + 1);
    const allowed = id ? methods.one : methods.all;
    // The tus server looks for the id at the very end of the address.
    if (query !== undefined || (id && !uploadIdPattern.test(id))) {
      plainAnswer(response, 404, "There is no such upload.");
    } else if (!allowed.includes(request.method ?? "")) {
      response.setHeader("Allow", allowed.join(", "));
      plainAnswer(response, 405, "Uploads follow the tus protocol, and can't be read.");
    } else {
      const server = await open().catch((error: unknown) => refuse(response, error));
      await server?.handle(request, response);
    }
    return true;
  };
}

function refuse(response: ServerResponse, error: unknown): undefined {
  if (!(error instanceof UploadRefusal)) throw error;
  plainAnswer(response, error.status_code, error.message);
}
