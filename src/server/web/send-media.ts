import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { parseByteRange } from "./byte-range";
import { contentType } from "./content-type";
import type { MediaTarget } from "./media-target";
import type { OpenMedia } from "./open-media";

const CHUNK_BYTES = 256 * 1024;

/** Answers GET and HEAD for an open file, with conditions and ranges; closes the file. */
export async function sendMedia(
  request: IncomingMessage,
  response: ServerResponse,
  { media, target }: { media: OpenMedia; target: MediaTarget },
): Promise<void> {
  try {
    const length = writeHead(request, response, { media, target });
    if (length === null || request.method === "HEAD") response.end();
    else await sendBytes(response, media, length);
  } finally {
    await media.file.close();
  }
}

interface Span {
  start: number;
  bytes: number;
}

/** Returns what to send, or null when the head is the whole answer. */
function writeHead(
  request: IncomingMessage,
  response: ServerResponse,
  { media, target }: { media: OpenMedia; target: MediaTarget },
): Span | null {
  const { size } = media;
  const etag = `"${size.toString(36)}-${Math.round(media.mtime_ms * 1000).toString(36)}"`;
  const lastModified = new Date(media.mtime_ms).toUTCString();
  response.setHeader("ETag", etag);
  response.setHeader("Last-Modified", lastModified);
  response.setHeader("Cache-Control", "private, no-cache");
  response.setHeader("Accept-Ranges", "bytes");
  response.setHeader("Content-Type", contentType(target.download_name));
  response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
  if (wantsDownload(request)) {
    response.setHeader("Content-Disposition", attachment(target.download_name));
  }
  if (isFresh(request, etag, media.mtime_ms)) {
    response.writeHead(304);
    return null;
  }
  const range = mayUseRange(request, etag, lastModified)
    ? parseByteRange(request.headers.range, size)
    : null;
  if (range === "unsatisfiable") {
    response.writeHead(416, { "Content-Range": `bytes */${size}`, "Content-Length": 0 });
    return null;
  }
  if (!range) {
    response.writeHead(200, { "Content-Length": size });
    return { start: 0, bytes: size };
  }
  const bytes = range.end - range.start + 1;
  response.writeHead(206, {
    "Content-Length": bytes,
    "Content-Range": `bytes ${range.start}-${range.end}/${size}`,
  });
  return { start: range.start, bytes };
}

async function sendBytes(response: ServerResponse, media: OpenMedia, span: Span): Promise<void> {
  if (span.bytes === 0) {
    response.end();
    return;
  }
  const stream = media.file.createReadStream({
    start: span.start,
    end: span.start + span.bytes - 1,
    highWaterMark: CHUNK_BYTES,
    autoClose: false,
  });
  try {
    await pipeline(stream, response, { end: false });
  } catch {
    response.destroy();
    return;
  }
  // A file that shrank meanwhile can't keep its promised length: better cut than left hanging.
  if (stream.bytesRead === span.bytes) response.end();
  else response.destroy();
}

function isFresh(request: IncomingMessage, etag: string, mtimeMs: number): boolean {
  const match = request.headers["if-none-match"];
  if (match !== undefined) {
    const tags = match.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
    return tags.includes("*") || tags.includes(etag);
  }
  const since = Date.parse(request.headers["if-modified-since"] ?? "");
  return Math.floor(mtimeMs / 1000) * 1000 <= since;
}

function mayUseRange(request: IncomingMessage, etag: string, lastModified: string): boolean {
  if (request.method !== "GET") return false;
  const condition = request.headers["if-range"];
  return condition === undefined || condition === etag || condition === lastModified;
}

function wantsDownload(request: IncomingMessage): boolean {
  return new URLSearchParams((request.url ?? "").split("?")[1] ?? "").has("download");
}

function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeRfc5987(name)}`;
}

function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
