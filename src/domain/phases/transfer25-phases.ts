import type { PhaseMarker } from "../models/define-model";

/**
 * Cosmos Transfer 2.5 with COSMOS_VERBOSE=1: a bar of steps for each chunk of 93 frames.
 * The shares are estimates.
 */
export const transfer25Phases: readonly PhaseMarker[] = [
  {
    phase: "starting",
    loads: true,
    marker: /Found \d+ hint keys|Saved config to|Log saved to|NVIDIA CORPORATION/,
    from: 0,
    to: 0.02,
  },
  {
    phase: "loading model",
    loads: true,
    marker: /Downloading checkpoint |uvx '|Generating \d+ samples: /,
    from: 0.02,
    to: 0.15,
  },
  {
    phase: "checking prompt",
    marker: /\[\d+\/\d+\] Processing sample|Running guardrail check on prompt/,
    from: 0.15,
    to: 0.18,
  },
  {
    phase: "preparing",
    marker:
      /Passed guardrail on prompt|Processing the following paths|Loading input video|Computing prompt text embeddings|Loading control inputs/,
    from: 0.18,
    to: 0.25,
  },
  {
    phase: "sampling",
    marker: /Generating chunk \d+\/\d+|Generating samples: +\d/,
    from: 0.25,
    to: 0.92,
    bar: /Generating samples$/,
    part: /Generating chunk (\d+)\/(\d+)/,
  },
  { phase: "checking video", marker: /Running guardrail check on video/, from: 0.92, to: 0.98 },
  { phase: "saving", marker: /Generated video saved to/, from: 0.98, to: 1 },
];
