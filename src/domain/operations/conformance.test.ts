import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { getOperation, modelTypes, operations } from "./registry";

const folder = import.meta.dirname;
const notOperations = new Set(["define-operation.ts", "registry.ts", "shared-fields.ts"]);
const files = readdirSync(folder).filter(
  (file) => !file.endsWith(".test.ts") && !notOperations.has(file),
);

test("every operation's file is registered under its name", () => {
  expect(files.map((file) => file.replace(".ts", "")).sort()).toEqual(
    Object.keys(operations).sort(),
  );
});

test.each(modelTypes)("%s keeps the contract of operations", (type) => {
  const operation = getOperation(type);
  const schema = z.toJSONSchema(operation.config, { io: "input" });
  const fields = Object.entries(schema.properties ?? {}) as [string, { title?: string }][];

  expect(operation.type).toBe(type);
  expect(schema.additionalProperties).toBe(false);
  expect(fields.filter(([, field]) => !field.title)).toEqual([]);
  expect(operation.parents.filter((parent) => !modelTypes.some((each) => each === parent))).toEqual(
    [],
  );
  expect(operation.icon.length).toBeGreaterThan(0);
  expect(operation.timeoutSeconds).toBeGreaterThan(0);
});

test("a transfer without options gets the defaults operators know", () => {
  expect(operations.transfer.config.parse({})).toEqual({
    weights: { vis: 0.25, edge: 0.25, depth: 0.25, seg: 0.25 },
    num_steps: 35,
    guidance: 5,
    seed: 1,
    sigma_max: 70,
  });
});

test("weights that sum to more than 1 are accepted", () => {
  const weights = { vis: 0.5, edge: 0.5, depth: 0.5, seg: 0.5 };

  expect(operations.transfer.config.parse({ weights }).weights).toEqual(weights);
});

test.each([
  [undefined, undefined],
  ["   ", undefined],
  [" sharper ", "sharper"],
])("an upscale's prompt %j becomes %j", (prompt, kept) => {
  expect(operations.upscale.config.parse({ parent_run_id: "a", prompt }).prompt).toBe(kept);
});
