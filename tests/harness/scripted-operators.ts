import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { modelTypes } from "@/domain/operations/registry";

/**
 * A folder of operators for the reference model that do what the prompt, as JSON, tells them to;
 * a temporary one unless it is named.
 */
export function scriptedOperators(named?: string): string {
  const folder = named ?? mkdtempSync(join(tmpdir(), "cosmos-operators-"));
  mkdirSync(folder, { recursive: true });
  for (const type of modelTypes) {
    symlinkSync(join(import.meta.dirname, "scripted-operator.mjs"), join(folder, `${type}.mjs`));
  }
  return folder;
}
