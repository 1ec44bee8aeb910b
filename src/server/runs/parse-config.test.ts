import { describe, expect, test } from "vitest";
import { parseEnv } from "@/env";
import type { ModelType } from "@/domain/operations/registry";
import { parseConfig } from "./parse-config";

const env = parseEnv({});
const parse = (type: ModelType, config: Record<string, unknown>) =>
  parseConfig(type, config, env).config;
const upscale = { parent_run_id: "abc" };

describe("a model's own defaults", () => {
  test("Transfer 2.5 takes guidance 3 and its own noise when nothing is given", () => {
    const config = parse("transfer", { model: "cosmos-transfer2.5" });

    expect(config).toMatchObject({ guidance: 3, num_steps: 35, seed: 1 });
    expect(config).not.toHaveProperty("sigma_max");
  });

  test("what is given wins", () => {
    const given = { model: "cosmos-transfer2.5", guidance: 5, sigma_max: 70 };

    expect(parse("transfer", given)).toMatchObject(given);
  });

  test("an upscale with Transfer 1 takes ten steps, one with the reference knows none", () => {
    expect(parse("upscale", { ...upscale, model: "cosmos-transfer1" })).toMatchObject({
      ...{ num_steps: 10, guidance: 5, seed: 1, sigma_max: 70, control_weight: 0.5 },
    });
    expect(parse("upscale", upscale)).toEqual({
      ...upscale,
      ...{ model: "reference", control_weight: 0.5 },
    });
  });

  test("the upsampler has no seed, so its record has none either", () => {
    expect(parse("enhance", { model: "pixtral", seed: 1 })).toEqual({
      model: "pixtral",
      create_new: true,
    });
  });
});

describe("a setting that the model cannot use", () => {
  test.each<[ModelType, Record<string, unknown>, string]>([
    [
      "transfer",
      { model: "cosmos-transfer2.5", fps: 24 },
      "fps is no setting of cosmos-transfer2.5",
    ],
    ["transfer", { distilled: true }, "distilled is no setting of reference"],
    ["transfer", { model: "cosmos-transfer1", resolution: "480" }, "resolution is no setting of"],
    ["enhance", { model: "pixtral", seed: 7 }, "seed is no setting of pixtral"],
    ["upscale", { ...upscale, num_steps: 12 }, "num_steps is no setting of reference"],
  ])("%s with %j is refused", (type, config, words) => {
    expect(() => parse(type, config)).toThrow(words);
  });

  test("a switch that is off says nothing", () => {
    expect(parse("transfer", { distilled: false })).not.toHaveProperty("distilled");
  });
});

describe("GPUs", () => {
  test.each([1, 2, 4, 8])("%d may work on a transfer", (gpus) => {
    expect(parse("transfer", { model: "cosmos-transfer1", gpus })).toMatchObject({ gpus });
  });

  test.each<[ModelType, Record<string, unknown>, string]>([
    ["transfer", { model: "cosmos-transfer1", gpus: 3 }, "gpus must be one of 1, 2, 4, 8"],
    [
      "transfer",
      { gpus: 1 },
      "Model reference runs without a GPU: leave execution_config.gpus out.",
    ],
    ["enhance", { model: "pixtral", gpus: 2 }, "Model pixtral runs on 1 GPU, not on 2."],
  ])("%s with %j is refused", (type, config, words) => {
    expect(() => parse(type, config)).toThrow(words);
  });

  test("one is what the upsampler may be given", () => {
    expect(parse("enhance", { model: "pixtral", gpus: 1 })).toMatchObject({ gpus: 1 });
  });
});
