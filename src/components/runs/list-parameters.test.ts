import { expect, test } from "vitest";
import { listParameters } from "./list-parameters";

const transfer = (config: Record<string, unknown> = {}) => ({
  model_type: "transfer" as const,
  execution_config: {
    model: "reference",
    prompt_text: "Rain",
    negative_prompt: "",
    input_video: "inputs/city/color.mp4",
    weights: { vis: 0.25, edge: 0.25, depth: 0.25, seg: 0.25 },
    num_steps: 35,
    guidance: 5,
    seed: 1,
    sigma_max: 70,
    ...config,
  },
});
const named = (rows: ReturnType<typeof listParameters>, name: string) =>
  rows.find((row) => row.name === name);

test("settings are told in the words of their form, and which are the usual ones", () => {
  const rows = listParameters(transfer({ fps: 30, num_steps: 20 }), null);

  expect(named(rows, "weights.vis")).toMatchObject({ title: "Visual", value: "0.25", usual: true });
  expect(named(rows, "num_steps")).toMatchObject({ title: "Steps", value: "20", usual: false });
  expect(named(rows, "fps")?.value).toBe("30 frames/s");
  expect(named(rows, "model")?.value).toBe("Reference (CPU)");
  expect(rows.some(({ differs, other }) => differs || other !== undefined)).toBe(false);
});

test("what differs comes first, the prompt included; what neither has is left out", () => {
  const run = transfer({ seed: 7, prompt_text: "Snow" });
  const rows = listParameters(run, transfer({ fps: 24 }));

  expect(rows.slice(0, 3)).toMatchObject([
    { name: "seed", value: "7", other: "1", differs: true },
    { name: "fps", value: null, other: "24 frames/s", differs: true },
    { name: "prompt_text", value: "Snow", other: "Rain", differs: true },
  ]);
  expect(rows.slice(3).every(({ differs }) => !differs)).toBe(true);
  expect(named(rows, "negative_prompt") ?? named(rows, "gpus")).toBeUndefined();
});

test("a setting that the other operation does not have is no difference", () => {
  const upscale = {
    model_type: "upscale" as const,
    execution_config: { model: "reference", control_weight: 0.5, prompt_text: "Rain", seed: 2 },
  };
  const rows = listParameters(upscale, transfer());

  expect(named(rows, "control_weight")).toMatchObject({ other: undefined, differs: false });
  expect(named(rows, "seed")).toMatchObject({ value: "2", other: "1", differs: true });
  expect(named(rows, "model")).toMatchObject({ differs: false });
});
