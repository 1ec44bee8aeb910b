import type { PhaseMarker } from "../models/define-model";

/** The Pixtral prompt upsampler under vLLM: nearly all of its time is loading. The shares are estimates. */
export const pixtralPhases: readonly PhaseMarker[] = [
  {
    phase: "starting",
    loads: true,
    marker: /Automatically detected platform|PHASE reading/,
    from: 0,
    to: 0.05,
  },
  {
    phase: "loading model",
    loads: true,
    marker:
      /PHASE loading|Loading safetensors checkpoint shards|Starting to load model|Loading weights took|Model loading took/,
    from: 0.05,
    to: 0.6,
    bar: /Loading safetensors checkpoint shards$/,
  },
  {
    phase: "warming up",
    loads: true,
    marker:
      /GPU KV cache size|Capturing CUDA graph shapes|Graph capturing finished|init engine \(profile/,
    from: 0.6,
    to: 0.9,
    bar: /Capturing CUDA graph shapes$/,
  },
  {
    phase: "expanding",
    marker: /PHASE expanding|Processed prompts: /,
    from: 0.9,
    to: 0.98,
    bar: /Processed prompts$/,
  },
  { phase: "saving", marker: /Upsampled prompt: |PHASE saving|Saved prompt to/, from: 0.98, to: 1 },
];
