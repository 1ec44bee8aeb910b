import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Pack, pack } from "tar-stream";
import type { ContainerSpec } from "../engine";
import { job } from "./job-places";

/** Absolute paths of our own files. */
export interface JobFiles {
  /** `assets/entry` */
  entryDir: string;
  /** `assets/programs` */
  programsDir: string;
}

/** In the entry's place stands the one that checks what was sent. */
const renamed: Readonly<Record<string, string>> = {
  "entry.sh": "gated-entry.sh",
  "checked-entry.sh": "entry.sh",
};
/** Comes last: where it is, all of the job is. */
export const LAST_FILE = "entry/inputs.sha256";

/**
 * All that a container needs below /job as one tar, read while it is sent: inputs with the list of their
 * hashes, the entry, our programs, and the log that earlier attempts left.
 */
export function packJob(spec: ContainerSpec, { entryDir, programsDir }: JobFiles): Readable {
  const tar = pack();
  const write = async () => {
    for (const name of ["in", "out", "gate", "log", "entry", "programs"]) {
      await addEntry(tar, { name: `${name}/`, type: "directory", mode: 0o755 });
    }
    for (const { path } of await filesBelow(entryDir)) {
      const name = renamed[basename(path)] ?? basename(path);
      await addFile(tar, `entry/${name}`, path);
    }
    for (const { path, name } of await filesBelow(programsDir)) {
      await addFile(tar, `programs/${name}`, path);
    }
    const log = join(spec.folder, "run.log");
    if ((await stat(log).catch(() => null))?.size) await addFile(tar, "entry/earlier.log", log);
    let hashes = "";
    for (const { path, name } of await filesBelow(join(spec.folder, "in"))) {
      const hash = await addFile(tar, `in/${name}`, path);
      // Of such names the programs that check hashes have different ideas.
      if (!/[\n\r\\]/.test(name)) hashes += `${hash}  ${job.in}/${name}\n`;
    }
    await addEntry(tar, { name: LAST_FILE, mode: 0o644 }, hashes);
    tar.finalize();
  };
  write().catch((error: unknown) => tar.destroy(error as Error));
  return tar;
}

/** Regular files, links to files included; none where there is no such folder. */
async function filesBelow(folder: string): Promise<{ path: string; name: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, name: relative(folder, path) }));
}

function addEntry(tar: Pack, header: Parameters<Pack["entry"]>[0], content = ""): Promise<void> {
  return new Promise((resolve, reject) => {
    tar.entry(header, content, (error) => (error ? reject(error) : resolve()));
  });
}

/** Adds a file and returns the SHA-256 of what was sent. */
async function addFile(tar: Pack, name: string, path: string): Promise<string> {
  const { size, mode, mtime } = await stat(path);
  const hash = createHash("sha256");
  const hashed = async function* (bytes: AsyncIterable<Buffer>) {
    for await (const part of bytes) {
      hash.update(part);
      yield part;
    }
  };
  await new Promise<void>((resolve, reject) => {
    const header = { name, size, mode: mode & 0o777, mtime };
    const sink = tar.entry(header, (error) => (error ? reject(error) : resolve()));
    // No more than its size as it was: a log may grow meanwhile.
    const source = size > 0 ? createReadStream(path, { end: size - 1 }) : Readable.from([]);
    pipeline(source, hashed, sink).catch(reject);
  });
  return hash.digest("hex");
}
