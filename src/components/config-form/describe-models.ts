import { models } from "@/domain/models/registry";
import type { ModelType } from "@/domain/operations/registry";
import type { ModelTraits } from "./model-traits";

/** What every model that can do an operation goes by, in the order of the registry. */
export function describeModels(type: ModelType): ModelTraits[] {
  return Object.values(models).flatMap(({ name, label, faults, operations }) => {
    const operation = operations[type];
    if (!operation) return [];
    const { settings = null, gpus, defaults = {}, presets = [] } = operation;
    const allowed = { fault: faults, gpus: (gpus?.counts ?? []).map(String) };
    return [{ name, label, settings, allowed, defaults, presets }];
  });
}
