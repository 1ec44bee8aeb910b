import { expect, test } from "vitest";
import { getOperation, modelTypes } from "@/domain/operations/registry";
import { configTexts, usualTexts } from "./config-texts";
import { describeConfig } from "./describe-config";
import { readConfig } from "./read-config";

const answers = (texts: Record<string, string>) => ({
  get: (name: string) => texts[name] || null,
});

test.each(modelTypes)("an untouched %s form means what an empty request means", (type) => {
  const { config, needsParent } = getOperation(type);
  const parent = needsParent ? { parent_run_id: "any" } : {};
  const fields = describeConfig(type);
  const read = readConfig(fields, answers(usualTexts(fields)));

  expect(config.parse({ ...read, ...parent })).toEqual(config.parse(parent));
});

test("a run's settings come back from the form as they were", () => {
  const fields = describeConfig("transfer");
  const config = {
    weights: { vis: 0.5, edge: 0, depth: 0.25, seg: 1 },
    num_steps: 12,
    seed: 48_213,
    model: "cosmos-transfer1",
    gpus: 4,
    distilled: true,
    seg_words: "car . road",
  };
  const texts = configTexts(fields, { ...config, prompt_text: "Rain.", input_video: "x.mp4" });

  expect(readConfig(fields, answers(texts))).toEqual(config);
});

test("a switch that is off in a run stays off, and one that is left out is as it is by itself", () => {
  const fields = describeConfig("enhance");

  expect(configTexts(fields, { create_new: false })).toMatchObject({ "config.create_new": "" });
  expect(configTexts(fields, {})).toMatchObject({ "config.create_new": "on" });
});
