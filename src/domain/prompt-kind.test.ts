import { expect, test } from "vitest";
import { promptKind } from "./prompt-kind";

test.each([
  [null, null, "original"],
  ["parent", null, "edited"],
  ["parent", "run", "enhanced"],
  // Its parent was deleted since.
  [null, "run", "enhanced"],
] as const)("made from %s by run %s is %s", (parent_prompt_id, enhanced_by_run_id, kind) => {
  expect(promptKind({ parent_prompt_id, enhanced_by_run_id })).toBe(kind);
});
