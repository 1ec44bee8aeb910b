import { best, draft } from "../presets/preset";
import { workingSize } from "../working-size";
import { defineModel, type FailurePattern, type Job, plainContainer } from "./define-model";

const argv = (operation: string) => (job: Job) => [
  job.places.node,
  `${job.places.operators}/${operation}.mjs`,
  "--spec",
  `${job.places.in}/spec.json`,
  "--out",
  job.places.out,
];

/** Larger inputs are transferred at this many pixels. */
const maxPixels = 1280 * 720;

const fault = (job: Job) => (job.config.fault ? { fault: job.config.fault } : {});

const failures: FailurePattern[] = [
  {
    error_code: "guard_blocked",
    pattern: /Guardrail blocked generation\.? ?(.*)/,
    message: "The safety guard refused this run: $1",
  },
  {
    error_code: "bad_input",
    pattern: /Input rejected: (.*)/,
    message: "The input could not be used: $1",
  },
  {
    error_code: "no_space",
    pattern: /ENOSPC|No space left on device/,
    message: "The disk is full. Free space in the data folder, then retry.",
  },
  {
    error_code: "out_of_memory",
    pattern: /JavaScript heap out of memory/,
    message: "The operator ran out of memory.",
  },
];

/** Honest CPU operators that ship with the product: same folders, specs and log lines as the GPU models. */
export const reference = defineModel({
  name: "reference",
  label: "Reference (CPU)",
  description:
    "Ships with Cosmos and runs on any machine: rules, pixel kernels and a small 2x network.",
  simulated: false,
  faults: ["bad_input", "crash", "hang", "blocked", "garbage"],
  operations: {
    enhance: {
      image: "reference",
      runsAsProcess: true,
      gpus: null,
      container: plainContainer,
      spec: (job) => ({ prompt: job.prompt_text, seed: job.config.seed, ...fault(job) }),
      argv: argv("enhance"),
      env: [],
      produces: { text: "result.json" },
      phases: [
        { phase: "loading", loads: true, marker: /Loading prompt/, from: 0, to: 0.1 },
        { phase: "expanding", marker: /Expanding prompt/, from: 0.1, to: 0.95 },
        { phase: "saving", marker: /Saved prompt to/, from: 0.95, to: 1 },
      ],
      failures,
      settings: ["create_new", "seed"],
      timeLimitSeconds: () => 30 * 60,
      silenceMinutes: 5,
    },
    transfer: {
      image: "reference",
      runsAsProcess: true,
      gpus: null,
      container: plainContainer,
      spec: (job) => {
        const weights = job.config.weights as Record<string, number>;
        const controls = Object.entries(weights)
          .filter(([, weight]) => weight > 0)
          .map(([name, weight]) => {
            const control = job.inputs[name as "edge"];
            return [name, { control_weight: weight, ...(control && { input_control: control }) }];
          });
        return {
          prompt: job.prompt_text,
          negative_prompt: job.negative_prompt,
          input_video_path: job.inputs.video,
          num_steps: job.config.num_steps,
          guidance: job.config.guidance,
          sigma_max: job.config.sigma_max,
          seed: job.config.seed,
          ...(job.config.fps !== undefined && { fps: job.config.fps }),
          ...Object.fromEntries(controls),
          ...fault(job),
        };
      },
      argv: argv("transfer"),
      env: [],
      produces: { video: "output.mp4", controls: /^output_control_\w+\.mp4$/ },
      phases: [
        { phase: "loading", loads: true, marker: /Loading input video/, from: 0, to: 0.03 },
        { phase: "preprocessing", marker: /Loading control inputs/, from: 0.03, to: 0.08 },
        {
          phase: "sampling",
          marker: /Starting diffusion sampling|Generating samples/,
          from: 0.08,
          to: 0.95,
        },
        { phase: "saving", marker: /Saving video/, from: 0.95, to: 1 },
      ],
      failures,
      settings: ["weights", "num_steps", "guidance", "seed", "fps", "sigma_max"],
      presets: [
        draft("Fewer passes and coarser grain.", { num_steps: 10 }),
        best("More passes and finer grain; takes longer.", { num_steps: 75 }),
      ],
      outputSize: ({ width, height, frames, fps }, config) => {
        const rate = Number(config.fps ?? fps);
        const size = workingSize({ width, height }, maxPixels);
        return { ...size, frames: Math.max(1, Math.round((frames / fps) * rate)), fps: rate };
      },
      timeLimitSeconds: () => 2 * 60 * 60,
      silenceMinutes: 5,
    },
    upscale: {
      image: "reference",
      runsAsProcess: true,
      gpus: null,
      container: plainContainer,
      spec: (job) => ({
        input_video_path: job.inputs.video,
        upscale: { control_weight: job.config.control_weight },
        ...(job.config.prompt !== undefined && { prompt: job.config.prompt }),
        ...fault(job),
      }),
      argv: argv("upscale"),
      env: [],
      produces: { video: "output.mp4" },
      phases: [
        { phase: "loading", loads: true, marker: /Loading network/, from: 0, to: 0.02 },
        { phase: "upscaling", marker: /Starting upscaling|Upscaling/, from: 0.02, to: 0.95 },
        { phase: "saving", marker: /Saving video/, from: 0.95, to: 1 },
      ],
      failures,
      settings: ["control_weight", "prompt"],
      outputSize: (input) => ({ ...input, width: input.width * 2, height: input.height * 2 }),
      timeLimitSeconds: () => 6 * 60 * 60,
      silenceMinutes: 5,
    },
  },
});
