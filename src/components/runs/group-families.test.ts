import { expect, test } from "vitest";
import { groupFamilies } from "./group-families";

const run = (id: string, parent_run_id: string | null = null, created_at = id) => ({
  id,
  parent_run_id,
  created_at,
});
const outline = (runs: ReturnType<typeof run>[]) =>
  groupFamilies(runs).map(({ run: { id }, depth }) => `${"-".repeat(depth)}${id}`);

test("children stand below their parent, oldest first, where the family's newest stood", () => {
  const runs = [run("5", "2"), run("4"), run("3", "2"), run("2", "1"), run("1")];
  expect(outline(runs)).toEqual(["1", "-2", "--3", "--5", "4"]);
});

test("whose parent is elsewhere stands alone", () => {
  expect(outline([run("2", "absent"), run("1")])).toEqual(["2", "1"]);
});

test("a parent counts everything below it", () => {
  const runs = [run("3", "2"), run("2", "1"), run("1")];
  expect(groupFamilies(runs).map((row) => row.descendants)).toEqual([2, 1, 0]);
  expect(groupFamilies(runs)[2]?.ancestors).toEqual(["1", "2"]);
});
