import { transfer1Failures } from "../failures/transfer1-failures";
import { transfer1Phases } from "../phases/transfer1-phases";
import { upscale1Phases } from "../phases/upscale1-phases";
import { best, draft } from "../presets/preset";
import { controlSpecs, withoutUnset } from "./cosmos/control-specs";
import { checkpoints, offlineCosmosContainer } from "./cosmos/cosmos-container";
import { type CheckedJob, defineModel, type GpuNeed, type Job } from "./define-model";
import {
  countClips,
  tooLongToUpscale,
  tooShort,
  transfer1Fps,
  transfer1Shape,
} from "./cosmos/transfer1-shape";

/** 32 GB cards are known to do the smallest runs, 24 GB cards none. */
const gpus: GpuNeed = { counts: [1, 2, 4, 8], exclusive: false, freeMemoryMiB: 28_000 };

const produces = {
  video: "output.mp4",
  controls: /^\w+_input_control_0\.mp4$/,
  // Every GPU writes its own copy of the controls.
  ignored: /^\w+_(input_control|control_weight)_[1-9]\d*\.\w+$|^regional_context_r[1-9]/,
};

/** transfer.py sees that an argument replaces the spec's entry only where the key stands alone. */
function transferArgv(job: Job, extras: readonly string[]): string[] {
  const count = String(job.config.gpus ?? gpus.counts[0]);
  return [
    ...["torchrun", "--nproc_per_node", count, "--nnodes", "1", "--node_rank", "0"],
    "cosmos_transfer1/diffusion/inference/transfer.py",
    ...["--checkpoint_dir", checkpoints],
    ...["--controlnet_specs", `${job.places.in}/spec.json`],
    ...["--video_save_folder", job.places.out],
    ...["--video_save_name", "output"],
    ...["--num_gpus", count],
    "--offload_text_encoder_model",
    "--offload_guardrail_models",
    ...(job.config.offload_transformer ? ["--offload_diffusion_transformer"] : []),
    ...extras,
  ];
}

/** The distilled checkpoint exists for edges alone. */
function distilledOnlyEdge({ config }: CheckedJob): string | null {
  if (!config.distilled) return null;
  const weights = config.weights as Record<string, number>;
  const used = Object.keys(weights).filter((control) => (weights[control] ?? 0) > 0);
  if (used.join() === "edge") return null;
  return "The distilled model knows edges only: set the weights of all other controls to 0.";
}

/** The first generation of Cosmos Transfer and its upscaler, in NVIDIA's own image. */
export const cosmosTransfer1 = defineModel({
  name: "cosmos-transfer1",
  label: "Cosmos Transfer 1",
  description: "NVIDIA Cosmos Transfer 1 (7B) on one or several GPUs, with its 4K upscaler.",
  simulated: false,
  faults: [],
  operations: {
    transfer: {
      image: "cosmos-transfer1",
      runsAsProcess: false,
      gpus,
      container: offlineCosmosContainer,
      spec: (job) =>
        withoutUnset({
          prompt: job.prompt_text,
          negative_prompt: job.negative_prompt,
          input_video_path: job.inputs.video,
          num_steps: job.config.num_steps,
          guidance: job.config.guidance,
          sigma_max: job.config.sigma_max,
          seed: job.config.seed,
          fps: transfer1Fps(job),
          blur_strength: job.config.blur_strength,
          ...controlSpecs(job, "input_control", {
            seg: { input_control_prompt: job.config.seg_words },
          }),
        }),
      argv: (job) => transferArgv(job, job.config.distilled ? ["--use_distilled"] : []),
      env: [],
      produces,
      phases: transfer1Phases,
      failures: transfer1Failures,
      settings: [
        ...["weights", "num_steps", "guidance", "seed", "fps", "sigma_max"],
        ...["gpus", "blur_strength", "seg_words", "distilled", "offload_transformer"],
      ],
      presets: [
        draft("12 steps, about a third of the usual time.", { num_steps: 12 }),
        best("50 steps: finer, and about half as long again.", { num_steps: 50 }),
        {
          name: "distilled",
          label: "Distilled, edges only",
          description: "One step of the distilled model, guided by contours alone.",
          config: { distilled: true, weights: { vis: 0, edge: 1, depth: 0, seg: 0 } },
        },
      ],
      check: (job) => tooShort(job) ?? distilledOnlyEdge(job),
      outputSize: transfer1Shape,
      timeLimitSeconds: (frames) => 2 * 60 * 60 + (countClips(frames ?? 1) - 1) * 30 * 60,
      // Sampling says nothing from its start to its end.
      silenceMinutes: 45,
    },
    upscale: {
      image: "cosmos-transfer1",
      runsAsProcess: false,
      gpus,
      container: offlineCosmosContainer,
      spec: (job) =>
        withoutUnset({
          prompt: job.config.prompt,
          input_video_path: job.inputs.video,
          num_steps: job.config.num_steps,
          guidance: job.config.guidance,
          sigma_max: job.config.sigma_max,
          seed: job.config.seed,
          fps: transfer1Fps(job),
          upscale: { control_weight: job.config.control_weight },
        }),
      argv: (job) => transferArgv(job, ["--num_steps", String(job.config.num_steps)]),
      env: [],
      produces,
      phases: upscale1Phases,
      failures: transfer1Failures,
      settings: [
        ...["control_weight", "prompt", "num_steps", "guidance", "seed", "sigma_max", "fps"],
        ...["gpus", "offload_transformer"],
      ],
      defaults: { num_steps: 10, guidance: 5, seed: 1, sigma_max: 70 },
      presets: [
        draft("5 steps, about half the usual time.", { num_steps: 5 }),
        best("20 steps: finer, and about twice as long.", { num_steps: 20 }),
      ],
      check: (job) => tooShort(job) ?? tooLongToUpscale(job),
      outputSize: (input, config) => {
        const shape = transfer1Shape(input, config);
        return { ...shape, width: shape.width * 3, height: shape.height * 3 };
      },
      timeLimitSeconds: () => 6 * 60 * 60,
      // Nine patches are sampled without a word; one clip was seen to take more than three hours.
      silenceMinutes: 4 * 60,
    },
  },
});
