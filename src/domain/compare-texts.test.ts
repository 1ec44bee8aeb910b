import { expect, test } from "vitest";
import { compareTexts, countChanges, type TextPart } from "./compare-texts";

const side = (parts: TextPart[], without: TextPart["kind"]) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("")
    .trim();

test("words that came and went are told, the rest is kept together", () => {
  const parts = compareTexts("A street in rain.", "A quiet street in snow.");

  expect(parts).toEqual([
    { kind: "same", text: "A " },
    { kind: "added", text: "quiet " },
    { kind: "same", text: "street in " },
    { kind: "removed", text: "rain" },
    { kind: "added", text: "snow" },
    { kind: "same", text: "." },
  ]);
  expect(countChanges(parts)).toEqual({ added: 2, removed: 1 });
});

test("equal texts have one part", () => {
  expect(compareTexts("Fog, 50%", "Fog, 50%")).toEqual([{ kind: "same", text: "Fog, 50%" }]);
});

test.each([
  ["a wet street", "a dry street\nat night"],
  ["", "new"],
  ["gone", ""],
  ["雨の街", "雪の街"],
])("nothing of %j and %j is lost", (before, after) => {
  const parts = compareTexts(before, after);

  expect(side(parts, "added")).toBe(before);
  expect(side(parts, "removed")).toBe(after);
});

test("long texts without a common word are told as a whole", () => {
  const text = (word: string) => Array.from({ length: 1500 }, (_, index) => word + index).join(" ");

  expect(compareTexts(text("a"), text("b")).map(({ kind }) => kind)).toEqual(["removed", "added"]);
});
