import { Command } from "commander";
import { expect, test } from "vitest";
import { getOperation, modelTypes } from "@/domain/operations/registry";
import { transfer } from "@/domain/operations/transfer";
import { configFields } from "./config-fields";
import { configOption, readConfig } from "./config-options";
import { joinTuples } from "./join-tuples";

const fields = configFields(transfer);

function parse(...args: string[]) {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  command.argument("[ids...]");
  for (const field of fields) command.addOption(configOption(field));
  command.parse(joinTuples(args), { from: "user" });
  return { config: readConfig(fields, command.opts()), ids: command.args };
}

test("every field with a flag has its option", () => {
  const flags = fields.map((field) => configOption(field).long);

  expect(flags).toEqual([
    "--weights",
    "--steps",
    "--guidance",
    "--seed",
    "--fps",
    "--sigma-max",
    "--blur-strength",
    "--edge-threshold",
    "--seg-words",
    "--resolution",
    "--distilled",
    "--offload-transformer",
    "--model",
    "--gpus",
    "--fault",
  ]);
});

test("options spell the settings, and nothing that was not given", () => {
  const { config } = parse("--steps", "4", "--sigma-max", "0.5", "--model", "reference");

  expect(config).toEqual({ num_steps: 4, sigma_max: 0.5, model: "reference" });
});

test("four weights are taken wherever the ids stand", () => {
  const weights = { vis: 0.1, edge: 0, depth: 0.3, seg: -1 };

  expect(parse("--weights", ".1", "0", ".3", "-1", "a", "b")).toEqual({
    config: { weights },
    ids: ["a", "b"],
  });
  expect(parse("a", "--weights", "0.1 0 0.3 -1").config).toEqual({ weights });
  expect(parse("a", "--weights=0.1,0,0.3,-1").config).toEqual({ weights });
});

test.each([
  [["--weights", "1", "1", "1"]],
  [["--weights", "1", "1", "1", "--seed", "1"]],
  [["--weights", "1", "1", "1", "id"]],
  [["--steps", "many"]],
  [["--steps", ""]],
])("%j is refused as usage", (args) => {
  expect(() => parse(...args)).toThrow(/It (takes 4 numbers|must be a number)/);
});

test.each(modelTypes)("help of every option of %s tells what it may hold", (type) => {
  for (const field of configFields(getOperation(type))) {
    const { description } = configOption(field);

    expect(description).toMatch(/^[A-Z].+\.$/);
    expect(description).not.toContain("undefined");
    if (field.schema.minimum !== undefined) expect(description).toContain("number from");
  }
});
