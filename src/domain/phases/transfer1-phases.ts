import type { PhaseMarker } from "../models/define-model";

export const transfer1Phases: readonly PhaseMarker[] = [];
