import { expect, test } from "vitest";
import { arrangeVersions } from "./version-tree";

const version = (id: string, parent_prompt_id: string | null, minute: number) => ({
  id,
  parent_prompt_id,
  created_at: `2026-01-01T00:${String(minute).padStart(2, "0")}:00.000Z`,
});
const shape = (versions: Parameters<typeof arrangeVersions>[0]) =>
  arrangeVersions(versions).map((each) => [each.version.id, each.depth]);

test("every version stands below the one it was made from, older ones first", () => {
  const versions = [
    version("late", "root", 9),
    version("deep", "early", 5),
    version("root", null, 0),
    version("early", "root", 1),
  ];

  expect(shape(versions)).toEqual([
    ["root", 0],
    ["early", 1],
    ["deep", 2],
    ["late", 1],
  ]);
});

test("a version whose parent is not there begins a tree of its own", () => {
  expect(shape([version("b", "gone", 2), version("a", null, 1)])).toEqual([
    ["a", 0],
    ["b", 0],
  ]);
});
