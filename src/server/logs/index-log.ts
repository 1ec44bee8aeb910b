import { open } from "node:fs/promises";
import type { LogPlace } from "@/domain/log/log-place";

const READ_BYTES = 1024 * 1024;
const PIECE_LINES = 1000;
const PIECE_BYTES = 256 * 1024;
const NEWLINE = 10;

interface IndexOptions {
  /** Where to begin, a place of an earlier index. */
  from: LogPlace;
  signal?: AbortSignal | undefined;
}

/**
 * Where the lines of a log are: a place about every thousand lines, `from` first, so that any part
 * of a big log can be read alone. A piece is longer only when its last line is. A log that does
 * not exist yet is empty.
 */
export async function indexLog(path: string, { from, signal }: IndexOptions): Promise<LogPlace[]> {
  const places: LogPlace[] = [from];
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!file) return places;
  try {
    const buffer = Buffer.alloc(READ_BYTES);
    let { byte, line } = from;
    let last = from;
    while (!signal?.aborted) {
      const { bytesRead } = await file.read(buffer, 0, READ_BYTES, byte);
      if (bytesRead === 0) break;
      const bytes = buffer.subarray(0, bytesRead);
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, end + 1)) {
        line++;
        const after = byte + end + 1;
        if (line - last.line >= PIECE_LINES || after - last.byte >= PIECE_BYTES) {
          last = { byte: after, line };
          places.push(last);
        }
      }
      byte += bytesRead;
    }
    return places;
  } finally {
    await file.close();
  }
}
