import { expect, test } from "vitest";
import { defaultModel } from "./default-model";

test("the reference model does what nothing else was chosen for", () => {
  expect(defaultModel("transfer", {})).toBe("reference");
});

test("the environment chooses per operation", () => {
  expect(defaultModel("upscale", { COSMOS_MODEL_UPSCALE: "seed" })).toBe("seed");
});

test("a language model endpoint enhances unless another model is named", () => {
  const COSMOS_LLM_URL = "http://127.0.0.1:11434";

  expect(defaultModel("enhance", { COSMOS_LLM_URL })).toBe("openai-compatible");
  expect(defaultModel("transfer", { COSMOS_LLM_URL })).toBe("reference");
  expect(defaultModel("enhance", { COSMOS_LLM_URL, COSMOS_MODEL_ENHANCE: "reference" })).toBe(
    "reference",
  );
});
