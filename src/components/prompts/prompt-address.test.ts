import { expect, test } from "vitest";
import { promptAddress, readPromptView } from "./prompt-address";

test("a link that changes one part of the page keeps the others", () => {
  const view = readPromptView({ edit: "version", start: "upscale", compare: "a b", diff: "split" });

  expect(promptAddress("p1", { ...view, compare: "c" })).toBe(
    "/prompts/p1?compare=c&diff=split&edit=version&start=upscale",
  );
  expect(promptAddress("p1", { ...view, edit: undefined })).toBe(
    "/prompts/p1?compare=a+b&diff=split&start=upscale",
  );
});

test("what means nothing and a question that was answered are left out", () => {
  const view = readPromptView({ edit: "old", diff: "x", confirm: "delete", start: " " });

  expect(promptAddress("p1", view)).toBe("/prompts/p1");
});
