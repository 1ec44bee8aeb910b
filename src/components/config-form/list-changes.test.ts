import { expect, test } from "vitest";
import { configTexts, usualTexts } from "./config-texts";
import { describeConfig } from "./describe-config";
import { describeChange, listChanges } from "./list-changes";

const fields = describeConfig("transfer");
const usual = usualTexts(fields);
const changed = (config: Record<string, unknown>) =>
  listChanges(fields, usual, { ...usual, ...given(config) }).map(describeChange);
const given = (config: Record<string, unknown>) => {
  const texts = configTexts(fields, config);
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
};

test("what was not touched is no change, however the number is written", () => {
  expect(changed({})).toEqual([]);
  expect(listChanges(fields, usual, { ...usual, "config.num_steps": "35.0" })).toEqual([]);
});

test("every change is told with its name and both values, in the order of the form", () => {
  expect(changed({ weights: { edge: 0.5 }, seed: 7, distilled: true, resolution: "480" })).toEqual([
    "Edge 0.25 → 0.5",
    "Seed 1 → 7",
    "Working resolution 720 → 480",
    "Distilled model off → on",
  ]);
});

test("what is given or taken away is told in words", () => {
  expect(changed({ fps: 30, model: "reference" })).toEqual([
    "Frame rate not given → 30",
    "Model Server's default → Reference (CPU)",
  ]);
});
