import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { tarHeader, tarPadding } from "./tar-header.mjs";

/**
 * @typedef {import("./tar-header.mjs").TarEntry & { data?: string | Buffer, source?: string }} TarContent
 *   A file has `data`, or `source`: the path of the file that is copied.
 */

/**
 * Writes a tar of `contents` in that order and returns its SHA-256 in hexadecimal. The same contents
 * make the same bytes.
 * @param {string} file
 * @param {TarContent[]} contents
 */
export async function writeTar(file, contents) {
  const hash = createHash("sha256");
  const handle = await open(file, "w");
  const write = async (bytes) => {
    hash.update(bytes);
    await handle.writeFile(bytes);
  };
  try {
    for (const { data, source, ...entry } of contents) {
      const bytes = data === undefined ? undefined : Buffer.from(data);
      const size = source ? (await stat(source)).size : (bytes?.length ?? 0);
      await write(tarHeader({ ...entry, size }));
      if (source) for await (const chunk of createReadStream(source)) await write(chunk);
      else if (bytes) await write(bytes);
      await write(tarPadding(size));
    }
    await write(Buffer.alloc(1024));
  } finally {
    await handle.close();
  }
  return hash.digest("hex");
}
