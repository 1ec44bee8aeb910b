/**
 * @typedef {{ path: string, mode?: number, size?: number, type?: "file" | "link" | "folder", target?: string }} TarEntry
 *   `path` is relative, without a leading slash.
 */

const types = { file: "0", link: "2", folder: "5" };

/**
 * The 512 bytes (ustar) before the content of a file in a tar: always owned by root, always of 1970,
 * so that the same content makes the same tar.
 * @param {TarEntry} entry
 */
export function tarHeader({ path, mode = 0o755, size = 0, type = "file", target = "" }) {
  const header = Buffer.alloc(512);
  const { name, prefix } = splitPath(path);
  const octal = (value, digits) => `${value.toString(8).padStart(digits, "0")}\0`;
  header.write(name, 0);
  header.write(octal(mode, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(size, 11), 124);
  header.write(octal(0, 11), 136);
  header.write("        ", 148);
  header.write(types[type], 156);
  header.write(target, 157, 100);
  header.write("ustar\x0000", 257, "latin1");
  header.write(prefix, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

/** Zeros that fill the last block of a content of `size` bytes. */
export function tarPadding(size) {
  return Buffer.alloc((512 - (size % 512)) % 512);
}

function splitPath(path) {
  if (Buffer.byteLength(path) <= 100) return { name: path, prefix: "" };
  const cut = path.indexOf("/", path.length - 101);
  if (cut < 1 || cut > 155) throw new Error(`The path ${path} is too long for a tar.`);
  return { name: path.slice(cut + 1), prefix: path.slice(0, cut) };
}
