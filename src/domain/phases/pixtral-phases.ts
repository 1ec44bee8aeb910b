import type { PhaseMarker } from "../models/define-model";

export const pixtralPhases: readonly PhaseMarker[] = [];
