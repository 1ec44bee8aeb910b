import { describeForecast, type PlannedRun } from "@/domain/forecast";
import { adviseFailure } from "@/domain/failures/advise-failure";
import type { RunRecord } from "@/domain/records";
import { CliError } from "./cli-error";
import type { Session } from "./open-session";
import { printRecords } from "./print-records";
import { note, print } from "./terminal/print";
import { oneLine } from "./terminal/one-line";
import { type KeyValue, keyValues } from "./views/key-values";
import { runTable } from "./views/run-table";
import { waitForRuns } from "./wait-for-runs";

interface Report {
  dryRun: boolean;
  wait: boolean;
}

/**
 * Shows runs that were just created, once they have ended if asked to wait.
 * @throws CliError when waited for and not all completed
 */
export async function reportRuns(
  session: Session,
  runs: readonly (RunRecord | PlannedRun)[],
  { dryRun, wait }: Report,
): Promise<void> {
  if (dryRun) return showPreview(session, runs);
  const shown = wait ? await waitForRuns(session, runs) : runs;
  if (session.json) printRecords(shown);
  else showCreated(session, shown);
  if (wait) assertCompleted(shown);
}

function showPreview(session: Session, runs: readonly (RunRecord | PlannedRun)[]): void {
  if (session.json) return printRecords(runs);
  note("Dry run: nothing was created. These runs would be:");
  for (const run of runs) {
    print(previewLine(run, runs));
    if ("forecast" in run && run.forecast) print(`  ${describeForecast(run.forecast)}`);
  }
}

/** Settings that say where a run comes from, told in words or by the prompt. */
const origins = ["model", "input_video", "prompt_text", "negative_prompt", "parent_run_id"];

function previewLine(run: RunRecord, runs: readonly RunRecord[]): string {
  const settings = Object.entries(run.execution_config).filter(([key]) => !origins.includes(key));
  const isPlanned = runs.some((other) => other.id === run.parent_run_id);
  const parent = isPlanned ? "the run above" : run.parent_run_id;
  const continues = parent ? `, continuing ${parent}` : "";
  const words = `${run.model_type} with ${run.execution_config.model} on prompt ${run.prompt_id}`;
  return `${words}${continues}: ${JSON.stringify(Object.fromEntries(settings))}`;
}

function showCreated({ server }: Session, runs: readonly RunRecord[]): void {
  print(runTable(runs));
  const pages = runs.slice(0, 1).map(({ id }): KeyValue => ["page", `${server.url}/runs/${id}`]);
  print(keyValues([...runs.flatMap(results), ...pages]));
  const waiting = runs.find((run) => !run.completed_at);
  if (waiting) note(`Watch it with: cosmos logs -f ${waiting.id}`);
}

function results({ outputs }: RunRecord): KeyValue[] {
  const text = (key: string) => (typeof outputs[key] === "string" ? oneLine(outputs[key]) : null);
  return [
    ["video", text("output_path")],
    ["text", text("enhanced_text")],
    ["new prompt", text("enhanced_prompt_id")],
  ];
}

function adviceOn(run: RunRecord): string {
  if (run.status !== "failed") return "";
  const { text, retry_text } = adviseFailure(run.error_code);
  return ` ${text} ${retry_text}`;
}

function assertCompleted(runs: readonly RunRecord[]): void {
  const unfinished = runs.filter((run) => run.status !== "completed");
  const [first] = unfinished;
  if (!first) return;
  const more = unfinished.length > 1 ? ` (and ${unfinished.length - 1} more)` : "";
  const reason = first.error_message ? `: ${first.error_message}` : "";
  const advice = adviceOn(first);
  throw new CliError(`run ${first.id} ${first.status}${more}${reason}${advice}`);
}
