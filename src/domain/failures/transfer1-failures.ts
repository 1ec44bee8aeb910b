import type { FailurePattern } from "../models/define-model";

export const transfer1Failures: readonly FailurePattern[] = [];
