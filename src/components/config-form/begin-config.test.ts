import { expect, test } from "vitest";
import { beginConfig } from "./begin-config";
import { describeSource } from "./describe-source";

const source = describeSource("transfer", "reference");

test("a form begins with what is usual, or with the preset that was asked for", () => {
  expect(beginConfig(source)).toMatchObject({ "config.num_steps": "35", "config.model": "" });
  expect(beginConfig({ ...source, choice: "draft" })).toMatchObject({ "config.num_steps": "10" });
  expect(beginConfig({ ...source, choice: "nonsense" })).toMatchObject({
    "config.num_steps": "35",
  });
});

test("a run that is done again begins as it was, and a preset leaves its model and seed", () => {
  const execution_config = { model: "cosmos-transfer1", seed: 9, num_steps: 20 };
  const again = { ...source, origin: { id: "abc", execution_config } };

  expect(beginConfig(again)).toMatchObject({ "config.num_steps": "20", "config.seed": "9" });
  expect(beginConfig({ ...again, choice: "draft" })).toMatchObject({
    "config.num_steps": "12",
    "config.seed": "9",
    "config.model": "cosmos-transfer1",
  });
});
