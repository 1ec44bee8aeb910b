import { ReadProblem } from "@/components/layout/read-problem";
import { describeOperations } from "@/components/operations/describe-operations";
import { listParents } from "@/components/prompts/list-parents";
import { readPromptView } from "@/components/prompts/prompt-address";
import { StartCard } from "@/components/prompts/start-card";
import { type SearchParams, textParam } from "@/components/runs/parse-run-filters";
import type { VideoShape } from "@/domain/forecast";
import { newId } from "@/domain/new-id";
import type { RunRecord } from "@/domain/records";
import { readForPage } from "../../read-for-page";
import { readFormSource } from "../../read-form-source";

const USUAL = "transfer";

interface StartPanelProps {
  prompt_id: string;
  /** Runs of the prompt, newest first. */
  runs: readonly RunRecord[];
  /** What the prompt's video measures; null when that is not known. */
  input: VideoShape | null;
  /** The page's: which operation (`start`) and which choice of settings (`preset`) is shown. */
  query: SearchParams;
}

/** Reads what the form of the chosen operation needs, and shows it. */
export async function StartPanel({ prompt_id, runs, input, query }: StartPanelProps) {
  const operations = describeOperations();
  const wished = operations.find(({ type }) => type === textParam(query.start));
  const operation = wished ?? operations.find(({ type }) => type === USUAL);
  if (!operation) return null;
  const parent = operation.needsParent ? listParents(operation, runs)[0] : undefined;
  const { data, problem } = await readForPage((ctx) =>
    readFormSource(ctx, {
      type: operation.type,
      prompt_ids: [prompt_id],
      choice: textParam(query.preset),
      last: lastOf(operation.type, runs),
      parent_run_id: parent?.id,
    }),
  );
  if (!data) return <ReadProblem what="form">{problem}</ReadProblem>;
  const view = readPromptView(query);
  return (
    <StartCard {...{ operation, prompt_id, view, runs, input }} {...data} form_key={newId()} />
  );
}

/** The newest run of an operation: only what a form takes from it. */
function lastOf(type: string, runs: readonly RunRecord[]) {
  const run = runs.find(({ model_type }) => model_type === type);
  return run && { id: run.id, execution_config: run.execution_config };
}
