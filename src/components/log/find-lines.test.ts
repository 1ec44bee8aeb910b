import { expect, test } from "vitest";
import { compileSearch } from "@/domain/log/compile-search";
import { findLines, nextMatch } from "./find-lines";
import { LogText } from "./log-text";

function logOf(...lines: string[]) {
  const log = new LogText([{ byte: 0, line: 0 }]);
  log.append(`${lines.join("\n")}\n`);
  return log;
}

const log = logOf("INFO begin", "WARNING \u001b[33mlow\u001b[0m memory", "ERROR low disk", "end");
const { pattern } = compileSearch({ text: "low ", regex: false });

test("every line with a match is found, across colours", () => {
  expect(findLines(log, { pattern, level: "other" })).toEqual({ listed: null, matches: [1, 2] });
});

test("a level lists what is as bad or worse, and the search is among those", () => {
  expect(findLines(log, { pattern: null, level: "warning" }).listed).toEqual([1, 2]);
  expect(findLines(log, { pattern, level: "error" })).toEqual({ listed: [2], matches: [2] });
});

test("without a wish all lines are listed", () => {
  expect(findLines(log, { pattern: null, level: "other" })).toEqual({ listed: null, matches: [] });
});

test.each([
  ["the next", { from: 2, back: false }, 5],
  ["the one before", { from: 5, back: true }, 2],
  ["the first after the last", { from: 9, back: false }, 2],
  ["the last before the first", { from: 2, back: true }, 9],
])("%s", (_name, step, line) => {
  expect(nextMatch([2, 5, 9], step)).toBe(line);
});
