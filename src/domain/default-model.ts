import type { ModelType } from "./operations/registry";

/** The parts of the environment that choose models. */
export interface ModelSettings {
  COSMOS_MODEL_ENHANCE?: string | undefined;
  COSMOS_MODEL_TRANSFER?: string | undefined;
  COSMOS_MODEL_UPSCALE?: string | undefined;
  COSMOS_LLM_URL?: string | undefined;
}

/** The model of an operation when the user names none: from the environment, else `reference`. */
export function defaultModel(type: ModelType, settings: ModelSettings): string {
  const key = `COSMOS_MODEL_${type.toUpperCase()}` as keyof ModelSettings;
  const chosen = settings[key];
  if (chosen) return chosen;
  return type === "enhance" && settings.COSMOS_LLM_URL ? "openai-compatible" : "reference";
}
