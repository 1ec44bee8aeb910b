import { expect, test } from "vitest";
import { pickAncestors, pickDescendants } from "./pick-relatives";

const family = [
  { id: "enhance", parent_run_id: null },
  { id: "transfer", parent_run_id: "enhance" },
  { id: "other", parent_run_id: "enhance" },
  { id: "upscale", parent_run_id: "transfer" },
];
const idsOf = (runs: readonly { id: string }[]) => runs.map(({ id }) => id);

test("the ancestors of a run lead up to its first", () => {
  expect(idsOf(pickAncestors(family, "upscale"))).toEqual(["transfer", "enhance"]);
  expect(pickAncestors(family, "enhance")).toEqual([]);
});

test("everything that was made from a run is found, over other runs too", () => {
  expect(idsOf(pickDescendants(family, "enhance"))).toEqual(["transfer", "upscale", "other"]);
  expect(pickDescendants(family, "upscale")).toEqual([]);
});
