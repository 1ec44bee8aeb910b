import { expect, test } from "vitest";
import { getOperation, type ModelType } from "../operations/registry";
import type { Job, ModelOperation } from "./define-model";
import { models } from "./registry";

interface Case {
  model: string;
  type: ModelType;
  /** What distinguishes it, in the name of its file. */
  name: string;
  config?: Record<string, unknown>;
  job?: Partial<Job>;
}

const video = "/job/in/input.mp4";
const allControls = {
  video,
  ...{ vis: "/job/in/vis.mp4", edge: "/job/in/edge.mp4" },
  ...{ depth: "/job/in/depth.mp4", seg: "/job/in/segmentation.mp4" },
};
const onlyEdge = { vis: 0, edge: 1, depth: 0, seg: 0 };

const cases: Case[] = [
  { model: "cosmos-transfer1", type: "transfer", name: "defaults" },
  {
    model: "cosmos-transfer1",
    type: "transfer",
    name: "everything on four GPUs",
    config: {
      weights: { vis: 0.1, edge: 0.9, depth: 0.3, seg: 0.4 },
      ...{ num_steps: 20, guidance: 7.5, seed: 42, fps: 30, sigma_max: 80, gpus: 4 },
      ...{ blur_strength: "high", seg_words: "car . road", offload_transformer: true },
    },
    job: { inputs: allControls, negative_prompt: "blurry, low contrast" },
  },
  {
    model: "cosmos-transfer1",
    type: "transfer",
    name: "distilled edge",
    config: { weights: onlyEdge, distilled: true },
  },
  {
    model: "cosmos-transfer1",
    type: "transfer",
    name: "a frame rate of 29.97",
    config: { weights: onlyEdge },
    job: { media: media(29.97) },
  },
  { model: "cosmos-transfer1", type: "upscale", name: "defaults" },
  {
    model: "cosmos-transfer1",
    type: "upscale",
    name: "everything on eight GPUs",
    config: {
      ...{ control_weight: 0.8, prompt: "Sharp rain drops.", num_steps: 12, guidance: 6 },
      ...{ seed: 9, sigma_max: 40, fps: 12, gpus: 8, offload_transformer: true },
    },
  },
  { model: "cosmos-transfer2.5", type: "transfer", name: "defaults" },
  {
    model: "cosmos-transfer2.5",
    type: "transfer",
    name: "everything on eight GPUs",
    config: {
      weights: { vis: 0.1, edge: 0.9, depth: 0, seg: 0.4 },
      ...{ num_steps: 20, guidance: 7, seed: 42, sigma_max: 70, gpus: 8 },
      ...{ blur_strength: "low", edge_threshold: "very_high", seg_words: "car . road" },
      resolution: "480",
    },
    job: { inputs: allControls, negative_prompt: "blurry, low contrast" },
  },
  { model: "pixtral", type: "enhance", name: "defaults" },
];

function media(fps: number) {
  return { width: 1920, height: 1080, fps, frames: 121, duration_seconds: 121 / fps, codec: "avc" };
}

/** The settings as a run's record holds them: the operation's defaults, then the model's own. */
function settle({ type, config = {} }: Case, operation: ModelOperation) {
  const parent = getOperation(type).needsParent ? { parent_run_id: "parent" } : {};
  const parsed = getOperation(type).config.parse({ ...config, ...parent });
  const own = Object.entries(operation.defaults ?? {}).filter(([key]) => !(key in config));
  return Object.fromEntries(
    Object.entries({ ...parsed, ...Object.fromEntries(own) }).filter(([, value]) => value !== null),
  );
}

function render(given: Case): string {
  const operation = models[given.model]?.operations[given.type];
  if (!operation) throw new Error(`${given.model} cannot ${given.type}`);
  const job: Job = {
    run_id: "abc123456789",
    config: settle(given, operation),
    prompt_text: "A city street in heavy rain at dusk.",
    negative_prompt: "",
    inputs: { video },
    media: media(24),
    places: {
      ...{ in: "/job/in", out: "/job/out", node: "node" },
      ...{ operators: "/job/operators", programs: "/job/programs" },
    },
    ...given.job,
  };
  const { image, gpus, container, env } = operation;
  return [
    "argv, one argument a line",
    ...operation.argv(job).map((argument) => `  ${argument}`),
    `spec.json\n${JSON.stringify(operation.spec(job), null, 2)}`,
    `container\n${JSON.stringify({ image, gpus, ...container, passed_env: env }, null, 2)}`,
    "",
  ].join("\n");
}

test.each(cases)("$model renders $type as reviewed: $name", async (given) => {
  const file = `${given.model} ${given.type} ${given.name}`.replaceAll(" ", "-");

  await expect(render(given)).toMatchFileSnapshot(`golden/${file}.txt`);
});

test("every model that runs as a container only has a reviewed rendering of each operation", () => {
  const reviewed = new Set(cases.map(({ model, type }) => `${model} ${type}`));
  const needed = Object.values(models)
    .filter((model) => !model.simulated)
    .flatMap(({ name, operations }) =>
      Object.entries(operations)
        .filter(([, operation]) => !operation.runsAsProcess)
        .map(([type]) => `${name} ${type}`),
    );

  expect(needed.filter((pair) => !reviewed.has(pair))).toEqual([]);
});
