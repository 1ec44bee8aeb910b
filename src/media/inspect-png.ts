import { crc32 } from "node:zlib";
import type { FrameSize } from "./frame-size";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A chunk has its length, its type and its checksum beside its data, four bytes each. */
const FRAME_BYTES = 12;

/**
 * The size of a PNG picture, once every part of it was found whole by its checksum, and how many
 * bytes it takes: some programs leave others behind it.
 * @throws Error that ends the sentence "The picture ..."
 */
export function inspectPng(bytes: Buffer): FrameSize & { length: number } {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error("is no PNG");
  const head = SIGNATURE.length;
  let at = head;
  for (let type = ""; type !== "IEND"; ) {
    const end = at + FRAME_BYTES + (at + 8 <= bytes.length ? bytes.readUInt32BE(at) : 0);
    if (at + FRAME_BYTES > bytes.length || end > bytes.length) throw new Error("is cut short");
    type = bytes.toString("latin1", at + 4, at + 8);
    const isWhole = crc32(bytes.subarray(at + 4, end - 4)) === bytes.readUInt32BE(end - 4);
    if (!isWhole) throw new Error("is damaged");
    if (at === head && type !== "IHDR") throw new Error("has no header");
    at = end;
  }
  const [width, height] = [bytes.readUInt32BE(head + 8), bytes.readUInt32BE(head + 12)];
  return { width, height, length: at };
}
