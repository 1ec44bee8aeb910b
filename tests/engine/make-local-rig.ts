import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { newId } from "@/domain/new-id";
import { createLocalEngine } from "@/server/engine/local/create-local-engine";
import type { EngineRig } from "../engine-conformance";

export const entryDir = resolve(import.meta.dirname, "../../assets/entry");

/** A local engine over a data folder of its own. */
export async function makeLocalRig(): Promise<EngineRig & { dataDir: string }> {
  // A name with a space and a quote: no path may ever be read by a shell.
  const dataDir = mkdtempSync(join(tmpdir(), "cosmos o'engine "));
  const make = (instance: string) =>
    createLocalEngine({
      dataDir,
      entryDir,
      nodePath: process.execPath,
      operatorsDir: resolve("dist/operators"),
      env: process.env,
      instance,
    });
  return {
    dataDir,
    engine: make("ours"),
    instance: "ours",
    again: () => make("ours"),
    stranger: () => ({ engine: make("theirs"), instance: "theirs" }),
    newFolder: () => {
      const folder = join(dataDir, "runs", newId());
      mkdirSync(join(folder, "out"), { recursive: true });
      return folder;
    },
    image: null,
    dispose: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
