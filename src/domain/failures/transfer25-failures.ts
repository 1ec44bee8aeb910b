import type { FailurePattern } from "../models/define-model";

export const transfer25Failures: readonly FailurePattern[] = [];
