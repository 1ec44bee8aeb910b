import { expect, test } from "vitest";
import { findCommands } from "./find-commands";

const commands = [
  { label: "Pause the queue", words: "stop hold" },
  { label: "Runs" },
  { label: "Dark theme", words: "night" },
];
const find = (search: string) => findCommands(commands, search).map(({ label }) => label);

test("without a search there are all of them, in their order", () => {
  expect(find("  ")).toEqual(["Pause the queue", "Runs", "Dark theme"]);
});

test("beginnings of words find it, in any order and case", () => {
  expect(find("QUE pau")).toEqual(["Pause the queue"]);
});

test("other words for it find it", () => {
  expect(find("night")).toEqual(["Dark theme"]);
});

test("the middle of a word finds nothing", () => {
  expect(find("ause")).toEqual([]);
});
