import { expect, test } from "vitest";
import { compileSearch } from "./compile-search";
import { markMatches } from "./mark-matches";
import { parseAnsi } from "./parse-ansi";

const marks = (line: string, text: string, regex = false) =>
  markMatches(parseAnsi(line), compileSearch({ text, regex }).pattern)
    .filter(({ match }) => match)
    .map((span) => span.text);

test("plain text is found literally, whatever its case", () => {
  expect(marks("50% (a.b) 50x", "50%")).toEqual(["50%"]);
  expect(marks("a.b axb A.B", "a.b")).toEqual(["a.b", "A.B"]);
});

test("a regular expression finds what it describes", () => {
  expect(marks("step 12 of 35", "\\d+", true)).toEqual(["12", "35"]);
});

test("a match across a change of colour is marked whole", () => {
  expect(marks("ab\u001b[31mcd", "bc")).toEqual(["b", "c"]);
});

test("an expression that matches nothing at all marks nothing and ends", () => {
  expect(marks("abc", "x*", true)).toEqual([]);
});

test("a broken expression is said plainly", () => {
  const { pattern, problem } = compileSearch({ text: "(", regex: true });
  expect(pattern).toBeNull();
  expect(problem).toMatch(/^Not a valid regular expression: .+\.$/);
});

test("the same text searched plainly is fine", () => {
  expect(compileSearch({ text: "(", regex: false }).problem).toBeNull();
});
