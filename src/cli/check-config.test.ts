import { expect, test } from "vitest";
import { transfer } from "@/domain/operations/transfer";
import { upscale } from "@/domain/operations/upscale";
import { checkConfig } from "./check-config";
import { exitCodes } from "./cli-error";

const weights = { vis: 0.25, edge: 0.25, depth: 0.25, seg: 0.25 };

test.each([
  [{ weights: { ...weights, vis: 1.1 } }, "--weights: vis must be a number from 0 to 1, not 1.1."],
  [
    { weights: { ...weights, seg: -0.1 } },
    "--weights: seg must be a number from 0 to 1, not -0.1.",
  ],
  [
    { weights: { vis: 0, edge: 0, depth: 0, seg: 0 } },
    "--weights: at least one weight must be above 0.",
  ],
  [{ num_steps: 101 }, "--steps must be a whole number from 1 to 100, not 101."],
  [{ num_steps: 1.5 }, "--steps must be a whole number from 1 to 100, not 1.5."],
  [{ gpus: 3 }, "--gpus must be one of 1, 2, 4, 8, not 3."],
  [{ fault: "rain" }, /^--fault must be one of bad_input, .+, not "rain"\.$/],
])("transfer with %j is refused by the option's name", (config, message) => {
  expect(() => checkConfig(transfer, config)).toThrow(message);
});

test("a refused setting is wrong usage", () => {
  expect(() => checkConfig(upscale, { control_weight: 1.5 })).toThrow(
    expect.objectContaining({ exitCode: exitCodes.usage }),
  );
});

test.each([0, 0.5, 1])("a control weight of %d is accepted without naming the run", (weight) => {
  expect(() => checkConfig(upscale, { control_weight: weight })).not.toThrow();
});

test("weights may sum to more than 1", () => {
  const half = { vis: 0.5, edge: 0.5, depth: 0.5, seg: 0.5 };

  expect(() => checkConfig(transfer, { weights: half })).not.toThrow();
});
