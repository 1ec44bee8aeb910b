import { expect, test } from "vitest";
import { modelTypes } from "@/domain/operations/registry";
import { listChoices } from "./config-choices";
import { describeConfig } from "./describe-config";
import { describeModels } from "./describe-models";
import { explainConfig } from "./explain-config";
import { readConfig } from "./read-config";

const pairs = modelTypes.flatMap((type) =>
  describeModels(type).map((model) => ({ type, name: model.name, model })),
);

test.each(pairs)("every choice of a $type form of $name is allowed", ({ type, model }) => {
  const fields = describeConfig(type);
  const choices = listChoices({ fields, model });

  expect(choices[0]).toMatchObject({ name: "standard" });
  for (const { texts } of choices) {
    const config = readConfig(fields, { get: (name) => texts[name] || null });
    const problems = explainConfig({ type, fields, config: { parent_run_id: "a", ...config } });
    // An operation without parents knows no such setting.
    expect(Object.keys(problems).filter((name) => name !== "")).toEqual([]);
  }
});

test("a form begins with the run that is done again, and offers the last one", () => {
  const fields = describeConfig("transfer");
  const run = { id: "abc", execution_config: { seed: 7 } };
  const names = (given: object) =>
    listChoices({ fields, model: undefined, ...given }).map(({ name }) => name);

  expect(names({ origin: run })).toEqual(["origin", "standard"]);
  expect(names({ last: run })).toEqual(["standard", "last"]);
});
