import { isDeepStrictEqual } from "node:util";
import type { ModelOperation } from "@/domain/models/define-model";
import { getOperation, type ModelType } from "@/domain/operations/registry";
import { refused } from "../errors";

interface Asked {
  type: ModelType;
  /** Name of the model. */
  model: string;
  operation: ModelOperation;
  /** What the user gave. */
  given: Record<string, unknown>;
  /** The same, checked, with the operation's defaults. */
  parsed: Record<string, unknown>;
}

/** What every model goes by, or the product itself. */
const universal = ["model", "fault", "parent_run_id"];

/**
 * The settings that a model goes by: those it understands, with its own defaults. What says no more
 * than leaving it out would is dropped in silence, since forms send it too.
 * @throws AppError `refused` when a setting is not for this model
 */
export function settleSettings(asked: Asked): Record<string, unknown> {
  const { type, model, operation, given, parsed } = asked;
  assertGpus(asked);
  const known = operation.settings && [...operation.settings, ...universal];
  const understood = (key: string) => known?.includes(key) ?? true;
  const foreign = Object.keys(given).find((key) => !understood(key) && !isIdle(type, key, given));
  if (foreign) {
    throw refused(
      `execution_config.${foreign} is no setting of ${model}: leave it out, or choose another model.`,
    );
  }
  const settled = { ...parsed, ...ownDefaults(asked) };
  return Object.fromEntries(
    Object.entries(settled).filter(([key, value]) => understood(key) && value !== null),
  );
}

function ownDefaults({ operation, given }: Asked): Record<string, unknown> {
  const defaults = Object.entries(operation.defaults ?? {});
  return Object.fromEntries(defaults.filter(([key]) => given[key] === undefined));
}

/** True when leaving the setting out would mean the same. */
function isIdle(type: ModelType, key: string, given: Record<string, unknown>): boolean {
  const value = given[key];
  const usual = getOperation(type).config.shape[key]?.safeParse(undefined).data;
  return value === undefined || isDeepStrictEqual(value, usual ?? false);
}

function assertGpus({ model, operation: { gpus }, parsed }: Asked): void {
  const asked = parsed.gpus;
  if (asked === undefined) return;
  if (!gpus) throw refused(`Model ${model} runs without a GPU: leave execution_config.gpus out.`);
  if (gpus.counts.some((count) => count === asked)) return;
  const last = gpus.counts.at(-1);
  const counts = [gpus.counts.slice(0, -1).join(", "), last].filter(Boolean).join(" or ");
  throw refused(`Model ${model} runs on ${counts} GPU${last === 1 ? "" : "s"}, not on ${asked}.`);
}
