import { expect, test } from "vitest";
import {
  isPromptFiltered,
  parsePromptFilters,
  promptFilterFields,
  promptsHref,
} from "./prompt-filters";

const whole = {
  search: "50% wall_x",
  input: "city",
  enhanced: "no",
  completed: "yes",
  from: "2026-01-31",
  to: "2026-02-28",
  rating: "4",
  sort: "best_rated",
};

test("an address is read and written without loss", () => {
  expect(Object.fromEntries(promptFilterFields(parsePromptFilters(whole)))).toEqual(whole);
});

test("what means nothing is left out", () => {
  const filters = parsePromptFilters({
    ...{ search: "  ", enhanced: "perhaps", completed: "", from: "2026-02-30", to: "soon" },
    ...{ rating: "6", sort: "newest" },
  });

  expect(promptsHref(filters)).toBe("/prompts");
});

test("an order alone keeps nothing from the list", () => {
  expect(isPromptFiltered(parsePromptFilters({ sort: "most_runs" }))).toBe(false);
  expect(isPromptFiltered(parsePromptFilters({ enhanced: "no" }))).toBe(true);
});
