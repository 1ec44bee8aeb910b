import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { modelTypes } from "@/domain/operations/registry";
import { writeTar } from "../../../scripts/image/write-tar.mjs";
import { dockerRequest } from "../../harness/docker-request";
import { testImage } from "../../harness/test-image";

/** `cosmos-test` with operators that do what their prompts, as JSON, tell them to. */
export const scriptedImage = "cosmos-test-scripted";

/** Builds it on an engine that has `cosmos-test`; again is quick. */
export async function buildScriptedImage(socket: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cosmos-scripted-image-"));
  try {
    const context = join(folder, "context.tar");
    const operator = resolve("tests/harness/scripted-operator.mjs");
    await writeTar(context, [
      { path: "Dockerfile", mode: 0o644, data: `FROM ${testImage}\nCOPY cosmos /opt/cosmos\n` },
      ...modelTypes.map((type) => ({ path: `cosmos/operators/${type}.mjs`, source: operator })),
      { path: "cosmos/fixtures/clip.mp4", source: resolve("tests/fixtures/clip.mp4") },
    ]);
    const { status, text } = await dockerRequest(socket, {
      method: "POST",
      path: `/build?t=${scriptedImage}&networkmode=none`,
      body: createReadStream(context),
    });
    if (status !== 200 || text.includes('"errorDetail"')) {
      throw new Error(`The image could not be built: ${text}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
