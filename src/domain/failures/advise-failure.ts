import { failureAdvice } from "./failure-advice";

/** Whether doing a failed run again makes sense. */
export type RetryAdvice = "as_is" | "after_change" | "no";

export interface Advice {
  retry: RetryAdvice;
  /** What to do about it. */
  text: string;
}

const unknown: Advice = { retry: "as_is", text: "Read the end of the log for what happened." };

const words: Record<RetryAdvice, string> = {
  as_is: "A retry makes sense as it is.",
  after_change: "A retry makes sense after that.",
  no: "A retry would fail in the same way.",
};

/** What to do about a failed run and whether to retry it, by its `error_code`. */
export function adviseFailure(error_code: string | null): Advice & { retry_text: string } {
  // An engine's refusals explain themselves, each with its own code.
  const code = error_code?.replace(/^engine_.*/, "engine") ?? "";
  const advice = (Object.hasOwn(failureAdvice, code) && failureAdvice[code]) || unknown;
  return { ...advice, retry_text: words[advice.retry] };
}
