import { expect, test } from "vitest";
import { isMadeOf } from "./is-made-of";

const made = ["a", "b"].map((prompt_id) => ({
  ...{ prompt_id, prompt_name: prompt_id, run_id: "r", problem: null },
}));

test.each([
  ["the same prompts", ["a", "b"], true],
  ["the same in another order, one twice", ["b", "a", "b"], true],
  ["one prompt more", ["a", "b", "c"], false],
  ["one prompt less", ["a"], false],
  ["another prompt", ["a", "c"], false],
  ["no prompt", [], false],
])("a result shown for %s: %j, %s", (_which, prompt_ids, shown) => {
  expect(isMadeOf(made, prompt_ids)).toBe(shown);
});
