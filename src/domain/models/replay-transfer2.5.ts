import { transfer25Phases } from "../phases/transfer25-phases";
import { defineModel } from "./define-model";
import { replayFaults } from "./replay/replay-faults";
import { replayOperation } from "./replay/replay-operation";

/** Plays Cosmos Transfer 2.5 on two GPUs, failures included, on any machine. */
export const replayTransfer25 = defineModel({
  name: "replay-transfer2.5",
  label: "Replay of Cosmos Transfer 2.5 (simulated)",
  description:
    "Computes nothing: prints what Cosmos Transfer 2.5 prints, 60 times as fast, and gives back the input.",
  simulated: true,
  faults: replayFaults,
  operations: {
    transfer: replayOperation("transfer25", {
      phases: transfer25Phases,
      produces: { video: "output.mp4" },
    }),
  },
});
