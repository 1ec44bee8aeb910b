import { pixtralFailures } from "../failures/pixtral-failures";
import { pixtralPhases } from "../phases/pixtral-phases";
import { checkpoints, offlineCosmosContainer } from "./cosmos/cosmos-container";
import { defineModel } from "./define-model";
import { tooShort } from "./cosmos/transfer1-shape";

/** The prompt upsampler of Cosmos Transfer 1, in its image, started by a program of ours. */
export const pixtral = defineModel({
  name: "pixtral",
  label: "Pixtral prompt upsampler",
  description: "NVIDIA's Pixtral 12B fine-tune: looks at the video's first two frames.",
  simulated: false,
  faults: [],
  operations: {
    enhance: {
      image: "cosmos-transfer1",
      runsAsProcess: false,
      // vLLM takes 98 % of the card, and fails where something else holds more than the rest.
      gpus: { counts: [1], exclusive: true, freeMemoryMiB: 30_000 },
      container: {
        ...offlineCosmosContainer,
        env: { ...offlineCosmosContainer.env, VLLM_WORKER_MULTIPROC_METHOD: "spawn" },
      },
      spec: (job) => ({ prompt: job.prompt_text, video: job.inputs.video }),
      // The upsampler expects what torchrun sets, and OMP_NUM_THREADS, which torchrun leaves to us.
      argv: (job) => [
        ...["torchrun", "--nproc_per_node", "1", "--nnodes", "1", "--node_rank", "0"],
        `${job.places.programs}/pixtral/enhance.py`,
        ...["--spec", `${job.places.in}/spec.json`],
        ...["--out", job.places.out],
        ...["--checkpoints", checkpoints],
      ],
      env: [],
      produces: { text: "result.json" },
      phases: pixtralPhases,
      failures: pixtralFailures,
      settings: ["create_new", "gpus"],
      check: tooShort,
      timeLimitSeconds: () => 30 * 60,
      silenceMinutes: 10,
    },
  },
});
