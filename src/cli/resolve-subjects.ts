import type { Operation } from "@/domain/operations/define-operation";
import type { RunRequest } from "./create-runs";
import type { Session } from "./open-session";

interface Subjects {
  /** Ids of prompts, or of parent runs, as typed. */
  ids: readonly string[];
  request: RunRequest;
}

/** One request for each prompt or parent run, with its full id. Rejects when one does not exist. */
export async function resolveSubjects(
  { client }: Session,
  operation: Operation,
  { ids, request }: Subjects,
): Promise<RunRequest[]> {
  if (!operation.needsParent) {
    const prompts = await Promise.all(ids.map((id) => client.prompts.get.query({ id })));
    return prompts.map((prompt) => ({ ...request, prompt_id: prompt.id }));
  }
  const parents = await Promise.all(ids.map((id) => client.runs.get.query({ id })));
  return parents.map((parent) => ({
    ...request,
    execution_config: { ...request.execution_config, parent_run_id: parent.id },
  }));
}
