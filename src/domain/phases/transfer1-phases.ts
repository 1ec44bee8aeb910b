import type { PhaseMarker } from "../models/define-model";

/**
 * Cosmos Transfer 1. It has no bar for its steps, only a tick for each clip of 121 frames, so that it is
 * silent for as long as a clip takes. The shares are estimates.
 */
export const transfer1Phases: readonly PhaseMarker[] = [
  {
    phase: "starting",
    loads: true,
    marker: /Automatically detected platform|NVIDIA CORPORATION/,
    from: 0,
    to: 0.02,
  },
  {
    phase: "configuring",
    loads: true,
    marker:
      /control_inputs:|args in json:|final args:|No checkpoint path specified for|Using default checkpoint path:|Using random seed/,
    from: 0.02,
    to: 0.03,
  },
  {
    phase: "loading model",
    loads: true,
    marker:
      /(?:Start|Done) creating (?:base|ctrlnet) model|Loading base model checkpoint|Complete loading base model|Loading ctrl model from|Loading distilled consolidated checkpoint|Enabling CP in base model/,
    from: 0.03,
    to: 0.15,
  },
  {
    phase: "preprocessing",
    marker:
      /running preprocessor|no input_control provided for|Processing video: |Successfully saved \w+ control video|Loading Depth Anything model|Found \d+ boxes with scores/,
    from: 0.15,
    to: 0.22,
  },
  {
    phase: "checking prompt",
    marker: /Running batch generation with batch_size=|Running guardrail checks on all prompts/,
    from: 0.22,
    to: 0.25,
  },
  {
    phase: "encoding text",
    marker:
      /Running text embedding on all prompts|(?:Starting|Completed) T5 compute|Finish text embedding on prompt/,
    from: 0.25,
    to: 0.3,
  },
  {
    phase: "preparing",
    marker:
      /Run generation|(?:Starting|Completed) data augmentation|reading control input|Making all control and input videos/,
    from: 0.3,
    to: 0.32,
  },
  {
    phase: "sampling",
    marker: /(?:Starting|Completed) (?:latent encoding|diffusion sampling|VAE decode)/,
    from: 0.32,
    to: 0.9,
    bar: /^$/,
  },
  {
    phase: "checking video",
    marker: /Finish generation|Run guardrail on generated videos/,
    from: 0.9,
    to: 0.97,
  },
  { phase: "saving", marker: /Saved (?:video|prompt) to/, from: 0.97, to: 1 },
];
