import { cosmosTransfer1 } from "./cosmos-transfer1";
import { cosmosTransfer25 } from "./cosmos-transfer2.5";
import type { Model } from "./define-model";
import { openaiCompatible } from "./openai-compatible";
import { pixtral } from "./pixtral";
import { reference } from "./reference";
import { replay } from "./replay";
import { replayTransfer25 } from "./replay-transfer2.5";

/** The only list of models. */
export const models: Record<string, Model> = {
  [reference.name]: reference,
  [openaiCompatible.name]: openaiCompatible,
  [pixtral.name]: pixtral,
  [cosmosTransfer1.name]: cosmosTransfer1,
  [cosmosTransfer25.name]: cosmosTransfer25,
  [replay.name]: replay,
  [replayTransfer25.name]: replayTransfer25,
};
