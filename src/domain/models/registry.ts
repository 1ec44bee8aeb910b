import type { Model } from "./define-model";
import { openaiCompatible } from "./openai-compatible";
import { reference } from "./reference";

/** The only list of models. */
export const models: Record<string, Model> = {
  [reference.name]: reference,
  [openaiCompatible.name]: openaiCompatible,
};
