import { expect, test } from "vitest";
import { parseEnv } from "@/env";
import { checkModels } from "./check-models";

test.each([
  [{ COSMOS_MODEL_TRANSFER: "foo" }, "COSMOS_MODEL_TRANSFER is foo"],
  [{ COSMOS_MODEL_UPSCALE: "openai-compatible" }, "COSMOS_MODEL_UPSCALE is openai-compatible"],
])("%j is refused by its name", (settings, message) => {
  expect(() => checkModels(parseEnv(settings))).toThrow(message);
});

test("models that can do it are fine, and so is naming none", () => {
  expect(() => checkModels(parseEnv({}))).not.toThrow();
  expect(() => checkModels(parseEnv({ COSMOS_MODEL_ENHANCE: "openai-compatible" }))).not.toThrow();
});
