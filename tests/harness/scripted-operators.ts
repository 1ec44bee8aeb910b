import { mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { modelTypes } from "@/domain/operations/registry";

/** A folder of operators for the reference model that do what the prompt, as JSON, tells them to. */
export function scriptedOperators(): string {
  const folder = mkdtempSync(join(tmpdir(), "cosmos-operators-"));
  for (const type of modelTypes) {
    symlinkSync(join(import.meta.dirname, "scripted-operator.mjs"), join(folder, `${type}.mjs`));
  }
  return folder;
}
