import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { engineErrors } from "@/domain/engine-errors";

const guide = readFileSync(join(import.meta.dirname, "../../docs/gpu-host.md"), "utf8");

test.each(engineErrors)("the guide explains $error_code in the product's own words", (error) => {
  const { error_code, message } = error;
  expect(guide).toContain(`| \`${error_code}\` | ${message.replace("$1", "…")} |`);
});
