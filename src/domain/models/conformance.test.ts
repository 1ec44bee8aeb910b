import { readdirSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { getOperation, isModelType, type ModelType } from "../operations/registry";
import { emptyReading, readProgress } from "../read-progress";
import type { Job } from "./define-model";
import { models } from "./registry";

const notModels = new Set(["define-model.ts", "registry.ts"]);
const files = readdirSync(import.meta.dirname).filter(
  (file) => /^[^/]+(?<!\.test)\.ts$/.test(file) && !notModels.has(file),
);
const pairs = Object.values(models).flatMap((model) =>
  Object.entries(model.operations).map(([type, operation]) => ({
    name: model.name,
    type: type as ModelType,
    operation,
  })),
);

function job(type: ModelType): Job {
  const parent = getOperation(type).needsParent ? { parent_run_id: "abc" } : {};
  return {
    run_id: "abc123456789",
    config: getOperation(type).config.parse(parent),
    prompt_text: '--help "; rm -rf / $(id)\n',
    negative_prompt: "",
    inputs: { video: "/job/in/input.mp4", depth: "/job/in/depth.mp4" },
    media: null,
    places: {
      in: "/job/in",
      out: "/job/out",
      node: "/usr/bin/node",
      operators: "/operators",
      programs: "/programs",
    },
  };
}

test("every model's file is registered under its name", () => {
  expect(Object.entries(models).filter(([key, model]) => key !== model.name)).toEqual([]);
  expect(files.map((file) => file.replace(".ts", "")).sort()).toEqual(Object.keys(models).sort());
});

test.each(pairs)("$name can $type as models must", ({ type, operation }) => {
  const argv = operation.argv(job(type));

  expect(isModelType(type)).toBe(true);
  // What an operator wrote reaches the program in its spec, never as an argument.
  expect(argv.filter((argument) => argument.includes("rm -rf"))).toEqual([]);
  expect(argv.every((argument) => typeof argument === "string")).toBe(true);
  expect(JSON.parse(JSON.stringify(operation.spec(job(type)))).prompt ?? null).not.toBe("");
  expect(operation.produces.video ?? operation.produces.text).toBeTruthy();
});

test.each(pairs)(
  "no text that an operator wrote reaches the arguments of $name for $type",
  ({ type, operation }) => {
    const plain = operation.argv(job(type));
    const text = fc.string({ minLength: 1, unit: "binary-ascii" });

    fc.assert(
      fc.property(text, text, text, (prompt_text, negative_prompt, words) => {
        const given = job(type);
        const config = { ...given.config, prompt: words, seg_words: words };
        const argv = operation.argv({ ...given, config, prompt_text, negative_prompt });

        expect(argv).toEqual(plain);
      }),
    );
  },
);

test.each(pairs)("$name writes for $type what a spec can hold", ({ type, operation }) => {
  const spec = operation.spec(job(type));

  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  for (const argument of operation.argv(job(type))) expect(argument).not.toMatch(/^--[\w-]+=/);
});

test.each(pairs)(
  "$name gives $type only settings that the operation has",
  ({ type, operation }) => {
    const own = [...(operation.settings ?? []), ...Object.keys(operation.defaults ?? {})];
    const fields = Object.keys(getOperation(type).config.shape);

    expect(own.filter((key) => !fields.includes(key))).toEqual([]);
  },
);

test.each(pairs)(
  "$name has limits of time for $type that never shrink with the input",
  ({ operation }) => {
    const limits = [null, 1, 93, 121, 122, 241, 5000].map(operation.timeLimitSeconds);

    expect(limits.every((limit) => limit >= 60)).toBe(true);
    expect(limits).toEqual([...limits].sort((a, b) => a - b));
    expect(operation.silenceMinutes).toBeGreaterThan(0);
  },
);

test.each(pairs.filter(({ operation }) => operation.produces.video))(
  "$name foretells a size for $type whatever the input",
  ({ type, operation }) => {
    const side = fc.integer({ min: 2, max: 8192 });
    const shape = fc.record({
      ...{ width: side, height: side, frames: fc.integer({ min: 2, max: 9000 }) },
      fps: fc.double({ min: 1, max: 120, noNaN: true }),
    });

    fc.assert(
      fc.property(shape, (input) => {
        const output = operation.outputSize?.(input, job(type).config);

        for (const value of Object.values(output ?? {})) expect(value).toBeGreaterThan(0);
        expect(Object.keys(output ?? {}).sort()).toEqual(["fps", "frames", "height", "width"]);
      }),
    );
  },
);

test.each(pairs)(
  "$name tells the phases of $type from 0 to 1, and noise apart",
  ({ operation }) => {
    const { phases } = operation;

    expect(phases[0]?.from).toBe(0);
    expect(phases.at(-1)?.to).toBe(1);
    for (const [index, phase] of phases.entries())
      expect(phase.from).toBe(phases[index - 1]?.to ?? 0);
    expect(readProgress(emptyReading, "noise\n", phases)).toEqual(emptyReading);
  },
);

test("controls with weight 0 are left out of the spec", () => {
  const transfer = models.reference?.operations.transfer;
  const config = getOperation("transfer").config.parse({ weights: { seg: 0 } });

  expect(transfer?.spec({ ...job("transfer"), config })).not.toHaveProperty("seg");
});
