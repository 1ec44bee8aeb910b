import { transfer25Failures } from "../failures/transfer25-failures";
import { transfer25Phases } from "../phases/transfer25-phases";
import { best, draft } from "../presets/preset";
import { controlSpecs, withoutUnset } from "./cosmos/control-specs";
import { cosmosContainer } from "./cosmos/cosmos-container";
import { type CheckedJob, defineModel, type GpuNeed, type Job } from "./define-model";

/** 65 GB are documented for 720p; how much less 480p needs is not. */
const gpus: GpuNeed = { counts: [1, 2, 4, 8], exclusive: false, freeMemoryMiB: 40_000 };

const framesMax = 5000;
const chunkFrames = 93;
const furtherFrames = 92;

function argv(job: Job): string[] {
  const count = Number(job.config.gpus ?? gpus.counts[0]);
  const launcher =
    count === 1
      ? ["python"]
      : ["torchrun", "--nproc_per_node", String(count), "--master_port", "12341"];
  return [
    ...launcher,
    "examples/inference.py",
    ...["-i", `${job.places.in}/spec.json`],
    ...["-o", job.places.out],
    "--offload-guardrail-models",
  ];
}

function wholeGuidance({ config }: CheckedJob): string | null {
  const guidance = Number(config.guidance);
  if (Number.isInteger(guidance) && guidance <= 7) return null;
  return `This model takes a whole number from 0 to 7 as guidance, not ${guidance}.`;
}

function countChunks(frames: number): number {
  return 1 + Math.max(0, Math.ceil((Math.min(frames, framesMax) - chunkFrames) / furtherFrames));
}

/** The second generation of Cosmos Transfer, in NVIDIA's own image. */
export const cosmosTransfer25 = defineModel({
  name: "cosmos-transfer2.5",
  label: "Cosmos Transfer 2.5",
  description: "NVIDIA Cosmos Transfer 2.5 (2B) on one or several GPUs.",
  simulated: false,
  faults: [],
  operations: {
    transfer: {
      image: "cosmos-transfer2.5",
      runsAsProcess: false,
      gpus,
      container: {
        ...cosmosContainer,
        env: {
          ...cosmosContainer.env,
          COSMOS_VERBOSE: "1",
          UV_CACHE_DIR: "/root/.cache/huggingface/uv",
        },
        // It looks its checkpoints up with `uvx hf download` at every start.
        network: true,
      },
      spec: (job) => {
        const { blur_strength, edge_threshold, seg_words, sigma_max } = job.config;
        return withoutUnset({
          name: "output",
          prompt: job.prompt_text,
          negative_prompt: job.negative_prompt,
          video_path: job.inputs.video,
          seed: job.config.seed,
          guidance: job.config.guidance,
          num_steps: job.config.num_steps,
          resolution: job.config.resolution,
          sigma_max: sigma_max === undefined ? undefined : String(sigma_max),
          ...controlSpecs(job, "control_path", {
            vis: { preset_blur_strength: blur_strength },
            edge: { preset_edge_threshold: edge_threshold },
            seg: { control_prompt: seg_words },
          }),
        });
      },
      argv,
      env: ["HF_TOKEN"],
      produces: { video: "output.mp4", controls: /^output_control_\w+\.mp4$/ },
      phases: transfer25Phases,
      failures: transfer25Failures,
      settings: [
        ...["weights", "num_steps", "guidance", "seed", "sigma_max", "gpus"],
        ...["blur_strength", "edge_threshold", "seg_words", "resolution"],
      ],
      defaults: { guidance: 3, sigma_max: null },
      presets: [
        draft("12 steps at 480 lines: quick, and with less GPU memory.", {
          num_steps: 12,
          resolution: "480",
        }),
        best("50 steps at 720 lines.", { num_steps: 50, resolution: "720" }),
      ],
      check: wholeGuidance,
      outputSize: ({ width, height, frames, fps }) => ({
        width: width - (width % 2),
        height: height - (height % 2),
        frames: Math.min(frames, framesMax),
        fps,
      }),
      timeLimitSeconds: (frames) => 2 * 60 * 60 + (countChunks(frames ?? 1) - 1) * 30 * 60,
      // It counts its steps; silence may be GPUs that wait for one that was refused.
      silenceMinutes: 15,
    },
  },
});
