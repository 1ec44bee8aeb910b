import { describeShape, type VideoShape } from "@/domain/forecast";
import type { ModelOperation } from "@/domain/models/define-model";
import { models } from "@/domain/models/registry";
import { getOperation, type ModelType } from "@/domain/operations/registry";

/** What is known of a run's result before its form is sent. */
export interface Outlook {
  /** The input video, in words. */
  input: string;
  /** What each model would make of it with its usual settings, or why it would refuse it. */
  results: { model: string; text: string }[];
}

/** Null when the operation makes no video, or nothing is known of its input. */
export function foreseeModels(type: ModelType, input: VideoShape | null): Outlook | null {
  if (!input) return null;
  const results = Object.values(models).flatMap(({ label, operations }) => {
    const operation = operations[type];
    return operation?.outputSize ? [{ model: label, text: foresee(type, operation, input) }] : [];
  });
  return results.length > 0 ? { input: describeShape(input), results } : null;
}

function foresee(type: ModelType, operation: ModelOperation, input: VideoShape): string {
  const config = { ...usualConfig(type), ...operation.defaults };
  const problem = operation.check?.({ config, media: input });
  const output = operation.outputSize?.(input, config);
  return problem ?? (output ? describeShape(output) : "");
}

function usualConfig(type: ModelType): Record<string, unknown> {
  const { config, needsParent } = getOperation(type);
  return config.parse(needsParent ? { parent_run_id: "any" } : {});
}
