import type { z } from "zod";

/**
 * A kind of GPU work, declared once. Forms, CLI flags, tRPC input, badges and filters derive from it.
 * Fields of `config` carry `.meta({ title, description, unit?, step?, flag?, advanced? })`; forms
 * also know `zero` (what 0 means, where it is more than little), `random` (a dice gives a value),
 * `blank` (what no choice means) and `apart` (no preset touches it).
 */
export interface Operation<
  Type extends string = string,
  Config extends z.ZodObject = z.ZodObject,
  Outputs extends z.ZodObject = z.ZodObject,
> {
  /** Its name: the `model_type` of its runs. */
  type: Type;
  label: string;
  /** What it does, in one sentence for a person. */
  description: string;
  /** The verb on buttons and the CLI command. */
  verb: string;
  command: string;
  /** Outline of its icon: SVG path data on a 24 × 24 grid (shapes from Lucide, ISC). */
  icon: readonly string[];
  /** Operations whose completed runs `parent_run_id` may point at. */
  parents: readonly string[];
  /** True when a run cannot exist without a parent. */
  needsParent: boolean;
  /** `execution_config` as a user gives it: strict, with defaults, ranges, titles and units. */
  config: Config;
  /** `outputs` of a completed run. */
  outputs: Outputs;
  /** Longest allowed wall-clock time of a run, in seconds. */
  timeoutSeconds: number;
}

export function defineOperation<
  Type extends string,
  Config extends z.ZodObject,
  Outputs extends z.ZodObject,
>(operation: Operation<Type, Config, Outputs>): Operation<Type, Config, Outputs> {
  return operation;
}
