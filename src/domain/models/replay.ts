import { pixtralPhases } from "../phases/pixtral-phases";
import { transfer1Phases } from "../phases/transfer1-phases";
import { upscale1Phases } from "../phases/upscale1-phases";
import { defineModel } from "./define-model";
import { replayFaults } from "./replay/replay-faults";
import { replayOperation } from "./replay/replay-operation";

/** Plays Cosmos Transfer 1 and its prompt upsampler, failures included, on any machine. */
export const replay = defineModel({
  name: "replay",
  label: "Replay of Cosmos Transfer 1 (simulated)",
  description:
    "Computes nothing: prints what the GPU models print, 60 times as fast, and gives back the input.",
  simulated: true,
  faults: replayFaults,
  operations: {
    enhance: replayOperation("pixtral", {
      phases: pixtralPhases,
      produces: { text: "result.json" },
    }),
    transfer: replayOperation("transfer1", {
      phases: transfer1Phases,
      produces: { video: "output.mp4" },
    }),
    upscale: replayOperation("upscale1", {
      phases: upscale1Phases,
      produces: { video: "output.mp4" },
    }),
  },
});
