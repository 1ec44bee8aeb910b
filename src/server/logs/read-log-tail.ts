import { open, type FileHandle } from "node:fs/promises";

const TAIL_BYTES = 256 * 1024;
/** Lines before the tail are counted in logs up to this size: a larger one would keep a page waiting. */
const COUNTED_BYTES = 32 * 1024 * 1024;
const READ_BYTES = 1024 * 1024;
const NEWLINE = 10;

/** The end of a log. */
export interface LogTail {
  text: string;
  /** How many lines are before it; null when they were not counted. */
  lines_before: number | null;
}

/**
 * The end of a log from the beginning of a line on, at most 256 KiB. A line that is longer than that
 * is cut at its beginning. A log that does not exist is empty.
 */
export async function readLogTail(path: string): Promise<LogTail> {
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!file) return { text: "", lines_before: 0 };
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - TAIL_BYTES);
    const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
    const bytes = buffer.subarray(0, bytesRead);
    const skipped = start === 0 ? 0 : bytes.indexOf(NEWLINE) + 1;
    const lines_before = size <= COUNTED_BYTES ? await countLines(file, start + skipped) : null;
    return { text: bytes.subarray(skipped).toString("utf8"), lines_before };
  } finally {
    await file.close();
  }
}

/** How many lines end before a byte. */
async function countLines(file: FileHandle, end: number): Promise<number> {
  const buffer = Buffer.alloc(Math.min(end, READ_BYTES));
  let lines = 0;
  for (let at = 0; at < end; ) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(READ_BYTES, end - at), at);
    if (bytesRead === 0) break;
    const bytes = buffer.subarray(0, bytesRead);
    for (let found = bytes.indexOf(NEWLINE); found >= 0; found = bytes.indexOf(NEWLINE, found + 1))
      lines++;
    at += bytesRead;
  }
  return lines;
}
