import { expect, test } from "vitest";
import { configTexts, usualTexts } from "./config-texts";
import { describeConfig } from "./describe-config";
import { describeModels } from "./describe-models";
import { describeChange, listChanges } from "./list-changes";

const fields = describeConfig("transfer");
const usual = usualTexts(fields);
const model = describeModels("transfer").find(({ name }) => name === "reference");
const changed = (config: Record<string, unknown>) =>
  listChanges({ fields, model }, usual, { ...usual, ...given(config) }).map(describeChange);
const given = (config: Record<string, unknown>) => {
  const texts = configTexts(fields, config);
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
};

test("what was not touched is no change, however the number is written", () => {
  expect(changed({})).toEqual([]);
  expect(listChanges({ fields, model }, usual, { ...usual, "config.num_steps": "35.0" })).toEqual(
    [],
  );
});

test("a long text that differs only at its end is a change", () => {
  const upscale = describeConfig("upscale");
  const long = "a street in the rain ".repeat(5);
  const [before, after] = [`${long}by day`, `${long}by night`].map((prompt) => ({
    ...usualTexts(upscale),
    "config.prompt": prompt,
  }));

  expect(
    listChanges({ fields: upscale, model: undefined }, before ?? {}, after ?? {}).map(
      ({ name }) => name,
    ),
  ).toEqual(["config.prompt"]);
});

test("a text of several lines is the same with a browser's line ends", () => {
  const upscale = describeConfig("upscale");
  const texts = (prompt: string) => ({ ...usualTexts(upscale), "config.prompt": prompt });

  expect(
    listChanges(
      { fields: upscale, model: undefined },
      texts("wet\nstreet"),
      texts("wet\r\nstreet"),
    ),
  ).toEqual([]);
});

test("every change is told with its name and both values, in the order of the form", () => {
  expect(changed({ weights: { edge: 0.5 }, seed: 7, distilled: true, resolution: "480" })).toEqual([
    "Edge 0.25 → 0.5",
    "Seed 1 → 7",
    "Working resolution 720 → 480",
    "Distilled model off → on",
  ]);
});

test("a value that would be taken anyway is no change, and another is told against it", () => {
  expect(changed({ guidance: 5, sigma_max: 70, resolution: "720" })).toEqual([]);
  expect(changed({ guidance: 6 })).toEqual(["Guidance 5 → 6"]);
});

test("what is given or taken away is told in words", () => {
  expect(changed({ fps: 30, model: "reference" })).toEqual([
    "Frame rate not given → 30",
    "Model Server's default → Reference (CPU)",
  ]);
});
