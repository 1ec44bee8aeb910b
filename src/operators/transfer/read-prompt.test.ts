import { expect, test } from "vitest";
import { readPrompt } from "./read-prompt";

const read = (prompt: string, negative = "") => {
  const { mood, effects } = readPrompt(prompt, negative);
  return [mood.name, ...[...effects].sort()];
};

test.each([
  ["a rainy night with neon signs", ["night", "lights", "neon", "rain", "wet"]],
  ["heavy snow in the city", ["snow", "snowfall"]],
  ["snowy night", ["night", "lights", "snowfall"]],
  ["the golden hour", ["sunset", "sun"]],
  ["a pencil sketch at night", ["sketch", "hatching"]],
  ["a robot in a kitchen", ["day"]],
])("%s reads as %j", (prompt, expected) => {
  expect(read(prompt)).toEqual(expected);
});

test("words of the negative prompt switch their mood and effect off", () => {
  expect(read("a rainy night", "rain")).toEqual(["night", "lights"]);
  expect(read("a rainy night", "night, dark")).toEqual(["rain", "rain", "wet"]);
});

test("a prompt can deny things itself", () => {
  expect(read("a winter evening without snow")).toEqual(["sunset", "sun"]);
  expect(read("a city at night, no neon")).toEqual(["night", "lights"]);
});
