import type { OperationExtras } from "./run-operation";

/** `enhance --overwrite`: the prompt's own text is replaced instead of saved as a new prompt. */
export const overwriteExtras: OperationExtras = {
  addOptions: (command) => {
    command.option("--overwrite", "replace the prompt's own text instead of saving a new prompt");
  },
  amend: (request, options) =>
    options.overwrite === true
      ? { ...request, execution_config: { ...request.execution_config, create_new: false } }
      : request,
};
