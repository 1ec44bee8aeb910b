import { models } from "./models/registry";
import { getOperation, type ModelType } from "./operations/registry";

interface Made {
  model_type: ModelType;
  /** Name of its own model. */
  model: unknown;
  /** Name of the model of its parent run, if it has one. */
  parentModel: unknown;
}

/** Whether a run's result was only played: by its own model, or by that of the video it is made from. */
export function isSimulated({ model_type, model, parentModel }: Made): boolean {
  return plays(model) || (getOperation(model_type).needsParent && plays(parentModel));
}

function plays(name: unknown): boolean {
  const key = String(name);
  return Object.hasOwn(models, key) && models[key]?.simulated === true;
}
