import { expect, test } from "vitest";
import { readPrompt } from "@/operators/transfer/read-prompt";
import { expandPrompt } from "./expand-prompt";
import { materials } from "./lexicon";

test("the user's own words come first and unchanged", () => {
  const own = "Two  RED robots, (fast!) in a kitchen — at night";
  const { prompt } = expandPrompt(own, 4);
  expect(prompt.startsWith(`${own}. `)).toBe(true);
});

test("same prompt and seed give the same text, other seeds give others", () => {
  const texts = Array.from(
    { length: 12 },
    (_, seed) => expandPrompt("cars in a city", seed).prompt,
  );
  expect(expandPrompt("cars in a city", 3).prompt).toBe(texts[3]);
  expect(new Set(texts).size).toBeGreaterThan(3);
});

test("it says what it added, and adds nothing that the prompt already speaks of", () => {
  const { added } = expandPrompt("A watercolour of two cities in snow, wide shot at dusk", 1);
  expect(added).toEqual(["material:city", "lighting:sunset", "weather:snow"]);
});

test.each(Object.keys(materials))("detail for %s leaves the mood of a transfer alone", (noun) => {
  for (let seed = 0; seed < 8; seed += 1) {
    const { mood, effects } = readPrompt(expandPrompt(`a ${noun}`, seed).prompt, "");
    expect([mood.name, ...effects]).toEqual(["day"]);
  }
});
