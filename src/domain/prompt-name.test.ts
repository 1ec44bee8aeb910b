import { expect, test } from "vitest";
import { promptName } from "./prompt-name";

test.each([
  ["A neon city at night in the rain", "neon_city_night"],
  ["Street", "street"],
  ["the and of", "the_and_of"],
  ["   ", "sequence"],
  ["1234 !!", "sequence"],
  ["Ein Roboter räumt auf", "ein_roboter_räumt"],
])("%j becomes %j", (text, name) => {
  expect(promptName(text)).toBe(name);
});

test("a name has at most 30 characters", () => {
  expect(promptName("a".repeat(200)).length).toBe(30);
  expect(promptName("photorealistic architectural visualisation").length).toBeLessThanOrEqual(30);
});
