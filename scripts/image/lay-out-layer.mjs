import { realpathSync } from "node:fs";

/**
 * @typedef {{ path: string, source?: string, data?: string, target?: string, mode?: number }} ImageFile
 *   `path` is absolute in the image. The content is `data`, or the file `source` of this machine; with
 *   `target` it is a symbolic link, with none of them a folder.
 */

/**
 * The files of a layer in a fixed order, each after the folders that lead to it.
 * @param {ImageFile[]} files
 * @returns {import("./write-tar.mjs").TarContent[]}
 */
export function layOutLayer(files) {
  const entries = new Map();
  for (const { path, source, data, target, mode } of files) {
    const relative = path.replace(/^\/+/, "");
    for (const folder of foldersOf(relative)) {
      if (!entries.has(folder)) entries.set(folder, folderEntry(folder, 0o755));
    }
    const content = source ? { source: realpathSync(source) } : { data };
    if (target) entries.set(relative, { path: relative, type: "link", target, mode: 0o777 });
    else if (source || data !== undefined)
      entries.set(relative, { path: relative, mode: mode ?? 0o755, ...content });
    else entries.set(relative, folderEntry(relative, mode ?? 0o755));
  }
  return [...entries.keys()].sort().map((path) => entries.get(path));
}

function folderEntry(path, mode) {
  return { path: `${path}/`, type: "folder", mode };
}

function foldersOf(path) {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
