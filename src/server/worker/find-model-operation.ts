import type { ModelOperation } from "@/domain/models/define-model";
import { models } from "@/domain/models/registry";
import { isModelType } from "@/domain/operations/registry";
import type { RunRow } from "../runs/run-record";

/** How a run's model performs its operation; undefined when this version knows no such model. */
export function findModelOperation(
  run: Pick<RunRow, "model_type" | "execution_config">,
): ModelOperation | undefined {
  if (!isModelType(run.model_type)) return undefined;
  return models[String(run.execution_config.model)]?.operations[run.model_type];
}
