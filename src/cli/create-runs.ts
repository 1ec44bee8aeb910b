import type { PlannedRun } from "@/domain/forecast";
import type { RunRecord } from "@/domain/records";
import type { ModelType } from "@/domain/operations/registry";
import type { Session } from "./open-session";

/** The input of `runs.create` as commands fill it in. */
export interface RunRequest {
  model_type: ModelType;
  prompt_id?: string;
  execution_config: Record<string, unknown>;
  children?: { model_type: ModelType; execution_config: Record<string, unknown> }[];
}

/**
 * Creates all the runs asked for, or none when the server refuses one of them. With `dryRun` it
 * returns the records as they would be. Children follow their parent.
 */
export async function createRuns(
  { client }: Session,
  requests: readonly RunRequest[],
  dryRun: boolean,
): Promise<(RunRecord | PlannedRun)[]> {
  const create = async (request: RunRequest, dry_run: boolean) => {
    const { children = [], ...run } = await client.runs.create.mutate({ ...request, dry_run });
    return [run, ...children];
  };
  if (dryRun || requests.length > 1) {
    const previews = await Promise.all(requests.map((request) => create(request, true)));
    if (dryRun) return previews.flat();
  }
  const created: (RunRecord | PlannedRun)[] = [];
  // One after the other, so that they wait in the queue in the order given.
  for (const request of requests) created.push(...(await create(request, false)));
  return created;
}
