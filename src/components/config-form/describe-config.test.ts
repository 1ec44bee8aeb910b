import { describe, expect, test } from "vitest";
import { modelTypes } from "@/domain/operations/registry";
import { describeConfig } from "./describe-config";

describe.each(modelTypes)("%s", (type) => {
  test("every setting has a title that people can read", () => {
    const fields = describeConfig(type).flatMap((field) =>
      field.kind === "group" ? [field, ...field.fields] : [field],
    );
    for (const field of fields) expect(field.title).toMatch(/^[A-Z]/);
  });

  test("what only links a run to another stays hidden", () => {
    expect(describeConfig(type).map((field) => field.name)).not.toContain("parent_run_id");
  });

  test("the model is a choice of those that can do it", () => {
    const model = describeConfig(type).find((field) => field.name === "model");
    expect(model).toMatchObject({
      kind: "choice",
      options: expect.arrayContaining([expect.objectContaining({ value: "reference" })]),
    });
  });
});

test("control weights are four bounded numbers with their default", () => {
  const weights = describeConfig("transfer").find((field) => field.name === "weights");
  expect(weights).toMatchObject({ kind: "group", title: "Control weights" });
  expect(weights?.kind === "group" && weights.fields).toMatchObject(
    ["weights.vis", "weights.edge", "weights.depth", "weights.seg"].map((name) => ({
      name,
      kind: "number",
      min: 0,
      max: 1,
      step: 0.05,
      default: 0.25,
    })),
  );
});

test("a number that models take differently is left blank until somebody gives it", () => {
  const prefilled = (name: string) => {
    const field = describeConfig("transfer").find((each) => each.name === name);
    return field?.kind === "number" && field.prefilled;
  };

  expect(prefilled("num_steps")).toBe(true);
  expect(prefilled("guidance")).toBe(false);
});
