import type { PhaseMarker } from "../models/define-model";
import { transfer1Phases } from "./transfer1-phases";

/** Shares of an upscale, which makes no control video and samples nine patches of each clip. */
const shares: Readonly<Record<string, readonly [from: number, to: number]>> = {
  starting: [0, 0.01],
  configuring: [0.01, 0.02],
  "loading model": [0.02, 0.08],
  "checking prompt": [0.08, 0.1],
  "encoding text": [0.1, 0.13],
  preparing: [0.13, 0.15],
  sampling: [0.15, 0.95],
  "checking video": [0.95, 0.98],
  saving: [0.98, 1],
};

/** The upscaler of Cosmos Transfer 1: the same program with other shares. */
export const upscale1Phases: readonly PhaseMarker[] = transfer1Phases.flatMap((marker) => {
  const share = shares[marker.phase];
  return share ? [{ ...marker, from: share[0], to: share[1] }] : [];
});
