import { Command } from "commander";
import { getOperation, type ModelType, modelTypes } from "@/domain/operations/registry";
import { version } from "../../package.json";
import { addCancelCommand } from "./commands/cancel";
import { addCompletionCommand } from "./commands/completion";
import { addCreateCommand } from "./commands/create";
import { addDeleteCommand } from "./commands/delete";
import { addDoctorCommand } from "./commands/doctor";
import { addEnginesCommand } from "./commands/engines";
import { addGiveUpCommand } from "./commands/give-up";
import { addListCommand } from "./commands/list";
import { addLogsCommand } from "./commands/logs";
import { overwriteExtras } from "./commands/overwrite-extras";
import { addQueueCommand } from "./commands/queue";
import { addRateCommand } from "./commands/rate";
import { addRetryCommand } from "./commands/retry";
import { addOperationCommand, type OperationExtras } from "./commands/run-operation";
import { addShowCommand } from "./commands/show";
import { addStatusCommand } from "./commands/status";
import { addUpCommand } from "./commands/up";
import { upscaleExtras } from "./commands/upscale-extras";

const extras: Partial<Record<ModelType, OperationExtras>> = {
  enhance: overwriteExtras,
  transfer: upscaleExtras,
};

/** All of `cosmos`, ready to parse arguments. Usage errors are thrown, not printed. */
export function createProgram(): Command {
  const program = new Command("cosmos")
    .description("Control plane for GPU video operations: every operation is one run.")
    .version(version)
    .option("--json", "print records as JSON and nothing else on stdout")
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .exitOverride()
    .configureOutput({ outputError: () => {} });
  addUpCommand(program);
  addStatusCommand(program);
  addCreateCommand(program);
  for (const type of modelTypes) {
    addOperationCommand(program, { ...getOperation(type), type }, extras[type]);
  }
  addListCommand(program);
  addShowCommand(program);
  addLogsCommand(program);
  addCancelCommand(program);
  addGiveUpCommand(program);
  addRetryCommand(program);
  addRateCommand(program);
  addDeleteCommand(program);
  addQueueCommand(program);
  addEnginesCommand(program);
  addDoctorCommand(program);
  addCompletionCommand(program);
  return program.addHelpText("after", environmentHelp);
}

const environmentHelp = `
Environment: COSMOS_URL is the server's address (default http://127.0.0.1:$PORT), COSMOS_TOKEN its token.
Exit codes: 0 done, 1 failed, 2 wrong usage or refused input, 3 not found, 4 server not reachable.`;
