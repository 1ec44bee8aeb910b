import { getOperation, type ModelType } from "./operations/registry";
import { models } from "./models/registry";

/** What an operation's settings are when nobody gives them: the model's own values before the others. */
export function usualSettings(type: ModelType, model: unknown): Record<string, unknown> {
  const shape = getOperation(type).config.shape;
  const own = typeof model === "string" ? models[model]?.operations[type]?.defaults : undefined;
  return Object.fromEntries(
    Object.keys(shape).map((key) => [key, own?.[key] ?? shape[key]?.safeParse(undefined).data]),
  );
}
