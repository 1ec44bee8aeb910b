import type { IncomingMessage, ServerResponse } from "node:http";
import { parseMediaTarget } from "./media-target";
import { openMedia } from "./open-media";
import { plainAnswer } from "./plain-answer";
import { sendMedia } from "./send-media";
import { wholeCharacters } from "./whole-characters";

/** A log untouched for this long is taken as it is, whatever its last bytes are. */
const STILL_GROWING_MS = 2000;

/**
 * Serves files of runs and inputs from the data folder, which Next can't do well: it strips
 * Content-Length from what its route handlers answer. Returns false for all other addresses.
 */
export async function serveMedia(
  request: IncomingMessage,
  response: ServerResponse,
  dataDir: string,
): Promise<boolean> {
  const target = parseMediaTarget((request.url ?? "").split("?")[0] ?? "");
  if (target === undefined) return false;
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    plainAnswer(response, 405, "Files can only be read (GET or HEAD).");
    return true;
  }
  const media = target && (await openMedia(dataDir, target));
  if (!media) {
    plainAnswer(response, 404, target?.log ? "This run has no log yet." : "There is no such file.");
    return true;
  }
  if (target.log && Date.now() - media.mtime_ms < STILL_GROWING_MS) {
    media.size = await wholeCharacters(media.file, media.size);
  }
  await sendMedia(request, response, { media, target });
  return true;
}
