import { expect, test } from "vitest";
import { getOperation } from "@/domain/operations/registry";
import { describeConfig } from "./describe-config";
import { readConfig } from "./read-config";

function formOf(entries: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.set(name, value);
  return form;
}

test("an untouched form stands for the operation's defaults", () => {
  const config = readConfig(describeConfig("transfer"), formOf({}));
  expect(getOperation("transfer").config.parse(config)).toEqual(
    getOperation("transfer").config.parse({}),
  );
});

test("numbers, groups, choices and switches arrive as the schema wants them", () => {
  const transfer = { "config.weights.vis": "0.8", "config.num_steps": "12", "config.fps": " " };
  expect(readConfig(describeConfig("transfer"), formOf(transfer))).toEqual({
    weights: { vis: 0.8 },
    num_steps: 12,
  });
  const enhance = { "config.create_new": "on", "config.model": "reference" };
  expect(readConfig(describeConfig("enhance"), formOf(enhance))).toEqual({
    create_new: true,
    model: "reference",
  });
});

test("an unchecked switch is off where it is on by itself, and unset elsewhere", () => {
  expect(readConfig(describeConfig("enhance"), formOf({}))).toEqual({ create_new: false });
  expect(readConfig(describeConfig("transfer"), formOf({}))).toEqual({ weights: {} });
});

test("a choice among numbers is a number", () => {
  const config = readConfig(describeConfig("transfer"), formOf({ "config.gpus": "2" }));
  expect(config).toMatchObject({ gpus: 2 });
});

test("what is no number is left for the schema to refuse", () => {
  const config = readConfig(describeConfig("upscale"), formOf({ "config.control_weight": "high" }));
  expect(config).toEqual({ control_weight: "high" });
});
