import type { Operation } from "@/domain/operations/define-operation";
import { usageError } from "./cli-error";
import { type ConfigField, configFields, type FieldSchema } from "./config-fields";
import { describeRange } from "./describe-range";

/**
 * Refuses settings that the operation's own schema refuses, before anything is asked of the server.
 * @throws CliError naming the option, what it may hold and what was given
 */
export function checkConfig(
  operation: Operation,
  config: Record<string, unknown>,
  fields: readonly ConfigField[] = configFields(operation),
): void {
  const parsed = operation.config.safeParse(withoutParent(operation, config), {
    reportInput: true,
  });
  const issue = parsed.error?.issues[0];
  if (!issue) return;
  const field = fields.find(({ key }) => key === issue.path[0]);
  if (!field) throw usageError(`${issue.path.join(".")}: ${issue.message}`);
  throw usageError(sentence(field, issue.path[1]?.toString(), issue));
}

// Which run is continued is an argument of the command, checked by the server.
function withoutParent(operation: Operation, config: Record<string, unknown>) {
  return operation.needsParent ? { parent_run_id: "checked later", ...config } : config;
}

function sentence(
  field: ConfigField,
  part: string | undefined,
  issue: { message: string; input?: unknown },
): string {
  const option = `--${field.flag}`;
  const schema: FieldSchema = (part && field.schema.properties?.[part]) || field.schema;
  const range = describeRange(schema);
  if (!range) return `${option}: ${issue.message}.`.replace("..", ".");
  const subject = part ? `${option}: ${part}` : option;
  return `${subject} must be ${range}, not ${JSON.stringify(issue.input)}.`;
}
