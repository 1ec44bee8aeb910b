import { expect, test } from "vitest";
import { usualSettings } from "./usual-settings";

test("an operation's own values are the usual ones", () => {
  expect(usualSettings("transfer", "reference")).toMatchObject({
    weights: { vis: 0.25, edge: 0.25, depth: 0.25, seg: 0.25 },
    num_steps: 35,
    seed: 1,
  });
});

test("a model's come before them", () => {
  expect(usualSettings("transfer", "cosmos-transfer2.5").guidance).toBe(3);
  expect(usualSettings("upscale", "cosmos-transfer1").num_steps).toBe(10);
});

test("a model that is gone leaves the operation's", () => {
  expect(usualSettings("transfer", "forgotten").guidance).toBe(5);
});
