import { expect, test } from "vitest";
import { describeConfig } from "./describe-config";
import { explainConfig } from "./explain-config";

const explain = (config: Record<string, unknown>) =>
  explainConfig({ type: "transfer", config, fields: describeConfig("transfer") });

test("good settings need no words", () => {
  expect(explain({ num_steps: 12 })).toEqual({});
});

test("each wrong setting gets one sentence under its own name", () => {
  expect(explain({ weights: { vis: 1.1 }, num_steps: 0 })).toEqual({
    "weights.vis": "Visual must be at most 1 (got 1.1).",
    num_steps: "Steps must be at least 1 (got 0).",
  });
});

test("a rule of several settings is a sentence too", () => {
  const weights = { vis: 0, edge: 0, depth: 0, seg: 0 };
  expect(explain({ weights })).toEqual({ weights: "At least one weight must be above 0." });
});
