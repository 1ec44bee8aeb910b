import type { ModelType } from "@/domain/operations/registry";
import type { ConfigSource } from "./begin-config";
import { describeConfig } from "./describe-config";
import { describeModels } from "./describe-models";

/** What the form of an operation is made from; `default_model` performs it when none is chosen. */
export function describeSource(type: ModelType, default_model: string): ConfigSource {
  const models = describeModels(type);
  const label = models.find(({ name }) => name === default_model)?.label ?? default_model;
  const fields = describeConfig(type).map((field) =>
    field.kind === "choice" && field.name === "model"
      ? { ...field, blank: `${field.blank}: ${label}` }
      : field,
  );
  return { fields, models, default_model };
}
