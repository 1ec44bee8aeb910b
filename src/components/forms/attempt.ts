import { unstable_rethrow } from "next/navigation";
import type { FormAction, FormState } from "./form-state";

/**
 * Performs a server action. That the server did not answer, or met an error nobody foresaw, becomes a
 * sentence, so that the page and what was typed stay. Redirects go their way.
 */
export async function attempt(
  action: FormAction,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  try {
    return await action(state, form);
  } catch (error) {
    unstable_rethrow(error);
    const known = error instanceof Error && "digest" in error;
    return { ...state, error: known ? unforeseen : unanswered };
  }
}

const unanswered =
  "The server did not answer, so it is not known whether this was done. Look before you try again; what you typed is still here.";
const unforeseen =
  "The server met an error that nobody foresaw; its log says what happened. What you typed is still here.";
