import type { PhaseMarker } from "../models/define-model";

export const upscale1Phases: readonly PhaseMarker[] = [];
