import type { Command } from "commander";
import type { Operation } from "@/domain/operations/define-operation";
import type { ModelType } from "@/domain/operations/registry";
import { checkConfig } from "../check-config";
import { configFields } from "../config-fields";
import { configOption, readConfig } from "../config-options";
import { createRuns, type RunRequest } from "../create-runs";
import { openSession } from "../open-session";
import { reportRuns } from "../report-runs";
import { resolveSubjects } from "../resolve-subjects";

/** Options of one operation's command that are not fields of its `execution_config`. */
export interface OperationExtras {
  addOptions(command: Command): void;
  /** What the options make of the request. @throws CliError when they contradict each other */
  amend(request: RunRequest, options: Record<string, unknown>): RunRequest;
}

/** The command that starts runs of an operation, with an option for each of its settings. */
export function addOperationCommand(
  program: Command,
  operation: Operation & { type: ModelType },
  extras?: OperationExtras,
): void {
  const subject = operation.needsParent ? "run_id" : "prompt_id";
  const command = program
    .command(operation.command)
    .summary(operation.description)
    .description(`${operation.description} Starts one run for each ${subject.toUpperCase()}.`)
    .argument(
      `<${subject}...>`,
      `ids of ${subject.replace("_id", "s")}, or unique beginnings of them`,
    );
  const fields = configFields(operation);
  for (const field of fields) command.addOption(configOption(field));
  extras?.addOptions(command);
  command
    .option("--wait", "stay until the runs have ended")
    .option("--dry-run", "check everything and show the runs, without creating them")
    .action(async (ids: string[], options: Record<string, unknown>) => {
      const plain: RunRequest = {
        model_type: operation.type,
        execution_config: readConfig(fields, options),
      };
      const request = extras?.amend(plain, options) ?? plain;
      checkConfig(operation, request.execution_config);
      const session = openSession(command);
      const requests = await resolveSubjects(session, operation, { ids, request });
      const dryRun = options.dryRun === true;
      const runs = await createRuns(session, requests, dryRun);
      await reportRuns(session, runs, { dryRun, wait: options.wait === true });
    });
}
