import { expect, test } from "vitest";
import type { RunRow } from "../runs/run-row";
import { mergeRuns, type RunPatches } from "./merge-runs";

const row = (id: string, change_seq: number) => ({ id, change_seq }) as RunRow;
const patch = (id: string, seq: number, fits = true) =>
  [id, { row: row(id, seq), fits }] as [string, { row: RunRow; fits: boolean }];

test("the newer version of a row wins, whichever way it came", () => {
  const patches: RunPatches = new Map([patch("a", 5), patch("b", 1)]);
  expect(mergeRuns([row("a", 3), row("b", 2)], patches)).toEqual([row("a", 5), row("b", 2)]);
});

test("new rows are added and deleted ones leave", () => {
  const patches: RunPatches = new Map([["a", null], patch("c", 9)]);
  expect(mergeRuns([row("a", 3), row("b", 2)], patches)).toEqual([row("b", 2), row("c", 9)]);
});

test("a row that no longer meets the filters leaves, and one that never did stays away", () => {
  const patches: RunPatches = new Map([patch("a", 5, false), patch("c", 9, false)]);
  expect(mergeRuns([row("a", 3), row("b", 2)], patches)).toEqual([row("b", 2)]);
});

test("an old event can't drive out a row that the server has sent anew", () => {
  const patches: RunPatches = new Map([patch("a", 5, false)]);
  expect(mergeRuns([row("a", 7)], patches)).toEqual([row("a", 7)]);
});
