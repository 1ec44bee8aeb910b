import { expect, test } from "vitest";
import type { RunRecord } from "@/domain/records";
import { filterHref, matchesFilters, type RunFilters, toggled } from "./run-filters";

const none: RunFilters = { types: [], statuses: [], prompt_id: undefined, search: undefined };
const run = {
  id: "k3m9x2a1b4c5",
  model_type: "upscale",
  status: "failed",
  prompt_id: "p1",
  prompt_name: "Night drive",
  execution_config: { prompt_text: "A street at 50% rain" },
} as unknown as RunRecord;

test("an address repeats a filter that has several values", () => {
  const filters = { ...none, types: ["enhance", "upscale"] as RunFilters["types"], search: "50%" };
  expect(filterHref("/runs", filters)).toBe("/runs?type=enhance&type=upscale&search=50%25");
});

test("without filters the address is bare", () => {
  expect(filterHref("/runs", none)).toBe("/runs");
});

test("toggling adds and removes", () => {
  expect(toggled(toggled(["a"], "b"), "a")).toEqual(["b"]);
});

test.each([
  [none, true],
  [{ ...none, types: ["transfer"] }, false],
  [{ ...none, statuses: ["failed", "running"] }, true],
  [{ ...none, prompt_id: "p2" }, false],
  [{ ...none, search: "k3m9" }, true],
  [{ ...none, search: "50% RAIN" }, true],
  [{ ...none, search: "5_%" }, false],
] as [RunFilters, boolean][])("a live run is matched literally against %o", (filters, expected) => {
  expect(matchesFilters(run, filters)).toBe(expected);
});
