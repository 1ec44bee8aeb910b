import type { FileHandle } from "node:fs/promises";

/** The longest UTF-8 character less its last byte. */
const LONGEST_REST = 3;

/**
 * How many of the first `size` bytes end with a whole UTF-8 character, so that a log read while
 * it grows never ends in half a letter.
 */
export async function wholeCharacters(file: FileHandle, size: number): Promise<number> {
  const tail = Buffer.alloc(Math.min(LONGEST_REST, size));
  await file.read(tail, 0, tail.length, size - tail.length);
  for (let back = 1; back <= tail.length; back++) {
    const byte = tail[tail.length - back] ?? 0;
    if (byte < 0x80) return size;
    if (byte >= 0xc0) return back < charLength(byte) ? size - back : size;
  }
  return size;
}

function charLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}
