import { open } from "node:fs/promises";

const WINDOW_BYTES = 256 * 1024;

export interface LogPiece {
  /** Where the piece begins and where it ends, in bytes. */
  offset: number;
  offset_after: number;
  text: string;
}

/**
 * The next piece of a log from a byte offset, at most 256 KiB, never splitting a character. With
 * `final`, also the beginning of a character that will not be finished. A log that does not exist
 * yet is empty.
 */
export async function readLog(
  path: string,
  offset: number,
  { final = false } = {},
): Promise<LogPiece> {
  const empty = { offset, offset_after: offset, text: "" };
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!file) return empty;
  try {
    const { bytesRead, buffer } = await file.read(
      Buffer.alloc(WINDOW_BYTES),
      0,
      WINDOW_BYTES,
      offset,
    );
    const bytes = buffer.subarray(0, bytesRead);
    const isLast = final && bytesRead < WINDOW_BYTES;
    const whole = isLast ? bytes : bytes.subarray(0, bytesRead - incompleteTail(bytes));
    return { offset, offset_after: offset + whole.length, text: whole.toString("utf8") };
  } finally {
    await file.close();
  }
}

/** How many bytes at the end are the beginning of an unfinished UTF-8 character: 0 to 3. */
export function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? back : 0;
    }
  }
  return 0;
}
