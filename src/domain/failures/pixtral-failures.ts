import type { FailurePattern } from "../models/define-model";

export const pixtralFailures: readonly FailurePattern[] = [];
