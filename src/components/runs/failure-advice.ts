const advice: Record<string, string> = {
  guard_blocked: "Change the wording of the prompt, then start a new run.",
  bad_input: "Check the input videos of the prompt; retry once they can be read.",
  no_space: "Free space where the data folder lies, then retry.",
  out_of_memory: "Start it again with a smaller input, or on a machine with more memory.",
  llm_unreachable: "Check that the endpoint runs and that COSMOS_LLM_URL names it, then retry.",
  llm_refused: "Read what the endpoint said in the log; its key or model name may be wrong.",
  container_vanished: "Something outside Cosmos removed it. Nothing of it runs any more: retry.",
  output_missing: "The end of the log tells what the program did instead of writing its result.",
  crashed: "The end of the log holds the last words; if it was stopped from outside, retry.",
  exit_code: "The end of the log says why; retry when the cause is gone.",
  cannot_start: "Check the engine on the activity page, then retry.",
  parent_failed: "Retry the run it continues first, then this one.",
  timeout: "It took longer than is allowed for its kind; try fewer steps, or retry.",
};

/** What to do about a failed run. */
export function failureAdvice(error_code: string | null): string {
  return advice[error_code ?? ""] ?? "Read the end of the log, then retry.";
}
