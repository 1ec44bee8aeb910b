import { open } from "node:fs/promises";

/**
 * ffmpeg's arguments to open a file that anyone may have uploaded: the demuxer is forced by the
 * file's first bytes (no playlists, no scripts) and nothing but files and pipes can be opened.
 * @throws Error with one sentence if the bytes are of no container that is accepted.
 */
export async function untrustedInput(path: string): Promise<string[]> {
  const demuxer = demuxerOf(await firstBytes(path));
  if (!demuxer) throw new Error("The file is not an MP4, MOV, Matroska or WebM video.");
  return ["-protocol_whitelist", "file,pipe", "-f", demuxer, "-i", path];
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function demuxerOf(bytes: Buffer): "mov" | "matroska" | null {
  if (bytes.length < 12) return null;
  if (bytes.readUInt32BE(0) === 0x1a45dfa3) return "matroska";
  const box = bytes.toString("latin1", 4, 8);
  return ["ftyp", "moov", "mdat", "wide", "free", "skip"].includes(box) ? "mov" : null;
}
