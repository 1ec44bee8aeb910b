import { expect, test } from "vitest";
import { type Begun, isSingleKey, matchKeys } from "./match-keys";
import { shortcuts } from "./shortcuts";

/** What typing the keys, `gap` milliseconds apart, does. */
function type(keys: readonly string[], gap = 100) {
  let before: Begun | null = null;
  const done: string[] = [];
  keys.forEach((key, index) => {
    const { shortcut, begun } = matchKeys(shortcuts, before, { key, at: index * gap });
    before = begun ?? null;
    if (shortcut) done.push(shortcut.label);
  });
  return done;
}

test("g and a letter go to a page, one after the other", () => {
  expect(type(["g", "r"])).toEqual(["Runs"]);
});

test("g is forgotten after a while", () => {
  expect(type(["g", "r"], 5000)).toEqual([]);
});

test("g before another shortcut does not swallow it", () => {
  expect(type(["g", "j"])).toEqual(["Next row"]);
});

test("keys without a meaning do nothing", () => {
  expect(type(["q", "G", "R"])).toEqual([]);
});

test("no shortcut hides another", () => {
  const sequences = shortcuts.map(({ keys }) => keys.join(" "));
  const hidden = sequences.filter((one, index) =>
    sequences.some((other, place) => place !== index && `${one} `.startsWith(`${other} `)),
  );
  expect(hidden).toEqual([]);
});

test("only shortcuts with a modifier survive the switch", () => {
  const kept = shortcuts.filter((shortcut) => shortcut.deed && !isSingleKey(shortcut));
  expect(kept.map(({ keys }) => keys)).toEqual([["Mod+K"]]);
});
