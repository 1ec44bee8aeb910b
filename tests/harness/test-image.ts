import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../../scripts/find-program.mjs";
import { baseFiles } from "../../scripts/image/base-files.mjs";
import { writeImage } from "../../scripts/image/write-image.mjs";
import type { TestDockerd } from "./dockerd";

/** A shell, the usual tools (all of busybox) and Node at /usr/local/bin/node. */
export const testImage = "cosmos-test";

/** Makes `cosmos-test` known to an engine; its archive is made once per machine. */
export async function loadTestImage(dockerd: TestDockerd): Promise<void> {
  await dockerd.load(await archiveOfTestImage());
}

/** Whoever makes the same archive at the same time writes the same bytes. */
async function archiveOfTestImage(): Promise<string> {
  const sources = [process.execPath, findProgram("busybox")].map((program) => {
    const file = program && statSync(program);
    return file ? [file.size, file.mtimeMs] : [];
  });
  const key = createHash("sha256")
    .update(JSON.stringify([1, process.version, process.arch, process.getuid?.(), sources]))
    .digest("hex");
  const archive = join(tmpdir(), `cosmos-test-image-${key.slice(0, 16)}.tar`);
  if (!existsSync(archive)) await writeImage(archive, { name: testImage, files: baseFiles() });
  return archive;
}
