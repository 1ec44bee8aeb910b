import { expect, test } from "vitest";
import { models } from "../models/registry";
import { getOperation, type ModelType } from "../operations/registry";

const all = Object.values(models).flatMap((model) =>
  Object.entries(model.operations).flatMap(([type, operation]) =>
    (operation.presets ?? []).map((preset) => ({
      type: type as ModelType,
      model: model.name,
      preset: preset.name,
      ...{ config: preset.config, operation },
    })),
  ),
);

test.each(all)("$preset of $model is allowed for $type", ({ type, model, config, operation }) => {
  const { config: schema, needsParent } = getOperation(type);
  const given = { ...config, model, ...(needsParent && { parent_run_id: "any" }) };
  const parsed = schema.safeParse(given);

  expect(parsed.error?.issues ?? []).toEqual([]);
  const usual = { ...parsed.data, ...operation.defaults, ...config };
  expect(operation.check?.({ config: usual, media: null }) ?? null).toBeNull();
});

test.each(all)("$preset sets for $type only what $model understands", ({ config, operation }) => {
  const foreign = Object.keys(config).filter((key) => operation.settings?.includes(key) === false);

  expect(foreign).toEqual([]);
});

test.each(all)("$preset leaves to a person what no preset of $type touches", (each) => {
  const apart = Object.entries(getOperation(each.type).config.shape)
    .filter(([, field]) => (field.meta as () => { apart?: boolean } | undefined)()?.apart)
    .map(([key]) => key);

  expect(apart).toContain("model");
  expect(Object.keys(each.config).filter((key) => apart.includes(key))).toEqual([]);
});

test("no model has two presets of one name for an operation, and none is called as the form's own", () => {
  const names = all.map(({ type, model, preset }) => `${type} ${model} ${preset}`);

  expect(new Set(names).size).toBe(names.length);
  expect(all.map(({ preset }) => preset)).not.toContain("standard");
});
