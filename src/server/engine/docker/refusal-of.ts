import { explainEngineError } from "@/domain/engine-errors";
import { ContainerRefused } from "../engine";
import { isAnswer } from "./ask-engine";

/** What may be gone when it is tried again. */
const passing = new Set(["engine_name_taken", "engine_no_space", "engine_timeout"]);

/** An engine's refusal to make or start a container, in words that say what to do. */
export function refusalOf(error: unknown): unknown {
  if (!isAnswer(error)) return error;
  const explained = explainEngineError(error.message);
  if (explained && passing.has(explained.error_code)) return error;
  if (explained) {
    const { error_code, error_message } = explained;
    return new ContainerRefused(error_code, error_message, { cause: error });
  }
  // Anything else that the engine calls our mistake will be one next time, too.
  if (error.statusCode === 400) {
    const message = `Docker refused the container: ${error.message}`;
    return new ContainerRefused("engine_refused", message, { cause: error });
  }
  return error;
}
