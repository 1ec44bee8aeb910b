import { controls } from "../../operations/transfer";
import type { Job } from "../define-model";

/**
 * The controls in use, as entries of a model's spec: `control_weight`, the given video under
 * `inputKey`, and what else the model knows of each. Weight 0 would still load a control's network,
 * so such a control is left out.
 */
export function controlSpecs(
  job: Job,
  inputKey: string,
  extras: Record<string, Record<string, unknown>>,
): Record<string, Record<string, unknown>> {
  const weights = job.config.weights as Record<string, number>;
  const used = controls.filter((control) => (weights[control] ?? 0) > 0);
  return Object.fromEntries(
    used.map((control) => {
      const given = job.inputs[control];
      const spec = {
        control_weight: weights[control],
        ...(given && { [inputKey]: given }),
        ...extras[control],
      };
      return [control, withoutUnset(spec)];
    }),
  );
}

/** The entries that say something: what is undefined or blank is left to the model. */
export function withoutUnset(spec: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(spec).filter(([, value]) => value !== undefined && value !== ""),
  );
}
