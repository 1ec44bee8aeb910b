import { getOperation, type ModelType } from "@/domain/operations/registry";
import type { RunRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { refused } from "../errors";
import { getRun } from "./get-run";

/**
 * The run that a new run continues, checked: right type, completed, and with what the child needs.
 * @throws AppError `not_found` or `refused`
 */
export async function findParent(
  ctx: Pick<ServiceContext, "db">,
  type: ModelType,
  parentId: string,
): Promise<RunRecord> {
  const operation = getOperation(type);
  const parent = await getRun(ctx, parentId);
  if (!operation.parents.includes(parent.model_type)) {
    const allowed = operation.parents.join(" or ");
    throw refused(
      `Run ${parent.id} is of type ${parent.model_type}: ${type} takes a completed ${allowed} run.`,
    );
  }
  if (parent.status !== "completed") {
    throw refused(
      `Run ${parent.id} must be completed before it can be continued, but it is ${parent.status}.`,
    );
  }
  if (operation.needsParent && typeof parent.outputs.output_path !== "string") {
    throw refused(`Run ${parent.id} has no output video.`);
  }
  return parent;
}
