import type { RunEventRecord, RunRecord } from "@/domain/records";

const MADE_FROM = /^Made from run ([0-9a-z]{12})\b/;

/** Id of the run that a run was done again from, as it was or with other settings; null for none. */
export function findOrigin(
  run: Pick<RunRecord, "execution_config">,
  events: readonly Pick<RunEventRecord, "type" | "message">[],
): string | null {
  const { retry_of_run_id } = run.execution_config;
  if (typeof retry_of_run_id === "string") return retry_of_run_id;
  // Of one with other settings only its timeline knows.
  const made = events.find(({ type }) => type === "made_from");
  return MADE_FROM.exec(made?.message ?? "")?.[1] ?? null;
}
