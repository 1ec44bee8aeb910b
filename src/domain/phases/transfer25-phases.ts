import type { PhaseMarker } from "../models/define-model";

export const transfer25Phases: readonly PhaseMarker[] = [];
