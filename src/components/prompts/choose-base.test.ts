import { expect, test } from "vitest";
import type { PromptRecord } from "@/domain/records";
import { chooseBase, listBases } from "./choose-base";

const version = (id: string, parent_prompt_id: string | null): PromptRecord => ({
  ...{ id, parent_prompt_id, name: id, prompt_text: `Text of ${id}`, negative_prompt: "" },
  ...{ inputs: { video: "v" }, input_name: "city", enhanced_by_run_id: null, run_count: 0 },
  ...{ created_at: "2026-01-01T00:00:00.000Z", updated_at: "2026-01-01T00:00:00.000Z" },
});
const root = version("root", null);
const child = version("child", "root");
const sibling = version("sibling", "root");
const versions = [root, child, sibling];
const earlier = [{ run_id: "replacer0000", prompt_text: "Older" }];

test.each([
  ["a version and its parent", child, undefined, "root"],
  ["a version and any other", child, "sibling", "sibling"],
  ["an original and the text it had", root, undefined, "replacer0000"],
  ["a version and its own earlier text", child, "replacer0000", "replacer0000"],
])("%s are compared", (_name, prompt, compare, id) => {
  expect(chooseBase({ prompt, versions, earlier, compare })?.id).toBe(id);
});

test("an original that never changed is compared with nothing, nor is any with a stranger", () => {
  expect(chooseBase({ prompt: root, versions, earlier: [], compare: undefined })).toBeNull();
  expect(chooseBase({ prompt: child, versions, earlier, compare: "stranger" })).toBeNull();
});

test("a prompt is not offered to be compared with itself", () => {
  const offered = listBases({ prompt: child, versions, earlier });

  expect(offered.map(({ label }) => label)).toEqual([
    "Original: root",
    "Edited: sibling",
    "Its own text before run replacer",
  ]);
});
