import { expect, test } from "vitest";
import type { RunRecord } from "@/domain/records";
import { parseListFilters } from "./parse-run-filters";
import { filterHref, isFiltered, matchesFilters, type RunFilters, toggled } from "./run-filters";

const none: RunFilters = { types: [], statuses: [], prompt_id: undefined, search: undefined };
const run = {
  id: "k3m9x2a1b4c5",
  model_type: "upscale",
  status: "failed",
  prompt_id: "p1",
  prompt_name: "Night drive",
  created_at: "2026-03-05T12:00:00.000Z",
  rating: 3,
  execution_config: { prompt_text: "A street at 50% rain" },
} as unknown as RunRecord;

test("an address repeats a filter that has several values", () => {
  const filters = { ...none, types: ["enhance", "upscale"] as RunFilters["types"], search: "50%" };
  expect(filterHref("/runs", filters)).toBe("/runs?type=enhance&type=upscale&search=50%25");
});

test("without filters the address is bare", () => {
  expect(filterHref("/runs", none)).toBe("/runs");
});

test("what an address says is read back the same", () => {
  const filters: RunFilters = {
    ...none,
    types: ["transfer"],
    statuses: ["completed", "failed"],
    prompt_id: "p1",
    search: "50% of wall_x",
    from: "2026-01-31",
    to: "2026-02-28",
    rating_min: 4,
    upscaled: false,
    sort: "best_rated",
    view: "gallery",
  };
  const read = new URL(filterHref("http://cosmos/runs", filters)).searchParams;
  const params = Object.fromEntries([...read.keys()].map((name) => [name, read.getAll(name)]));

  expect(parseListFilters(params)).toEqual(filters);
});

test("values that mean nothing are left out", () => {
  const params = { from: "2026-02-31", to: "soon", rating: "9", upscaled: "maybe", sort: "random" };

  expect(filterHref("/runs", parseListFilters(params))).toBe("/runs");
});

test("order and look are no filters", () => {
  expect(isFiltered({ ...none, sort: "longest", view: "gallery" })).toBe(false);
  expect(isFiltered({ ...none, upscaled: false })).toBe(true);
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
  [{ ...none, search: "K3M9" }, true],
  [{ ...none, from: "2026-03-05", to: "2026-03-05" }, true],
  [{ ...none, from: "2026-03-06" }, false],
  [{ ...none, to: "2026-03-04" }, false],
  [{ ...none, rating_min: 3 }, true],
  [{ ...none, rating_min: 4 }, false],
] as [RunFilters, boolean][])("a live run is matched literally against %o", (filters, expected) => {
  expect(matchesFilters(run, filters)).toBe(expected);
});
