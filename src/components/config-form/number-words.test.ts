import { expect, test } from "vitest";
import type { ModelType } from "@/domain/operations/registry";
import { describeConfig } from "./describe-config";
import { describeModels } from "./describe-models";
import { understands } from "./model-traits";
import { describeNumber, meansZero } from "./number-words";

const number = (type: ModelType, name: string) => {
  const fields = describeConfig(type).flatMap((field) =>
    field.kind === "group" ? field.fields : [field],
  );
  const field = fields.find((each) => each.name === name);
  if (field?.kind !== "number") throw new Error(`${type} has no number ${name}.`);
  return field;
};
const model = (type: ModelType, name: string) =>
  describeModels(type).find((each) => each.name === name);

test("a number's hint ends with its bounds and with what the model usually takes", () => {
  const guidance = number("transfer", "guidance");

  expect(describeNumber(guidance, undefined)).toMatch(/ 0 to 15, usually 5\.$/);
  expect(describeNumber(guidance, model("transfer", "cosmos-transfer2.5"))).toMatch(/usually 3\.$/);
});

test("what only the model knows is not told, nor bounds that are the machine's", () => {
  const sigma = number("transfer", "sigma_max");

  expect(describeNumber(sigma, model("transfer", "cosmos-transfer2.5"))).toMatch(/ 0 to 80\.$/);
  expect(describeNumber(number("transfer", "seed"), undefined)).toMatch(/ Usually 1\.$/);
});

test("0 means something of its own for a weight alone", () => {
  expect(meansZero(number("transfer", "weights.edge"), "0.0")).toBe(true);
  expect(meansZero(number("transfer", "weights.edge"), "")).toBe(false);
  expect(meansZero(number("transfer", "guidance"), "0")).toBe(false);
});

test("a model is asked only for what it goes by", () => {
  const reference = model("transfer", "reference");

  expect(["num_steps", "model", "fault"].map((name) => understands(reference, name))).toEqual([
    ...[true, true, true],
  ]);
  expect(["gpus", "distilled"].map((name) => understands(reference, name))).toEqual([false, false]);
  expect(understands(model("transfer", "cosmos-transfer1"), "gpus")).toBe(true);
});
