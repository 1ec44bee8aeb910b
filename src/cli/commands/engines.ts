import { Argument, type Command } from "commander";
import { usageError } from "../cli-error";
import { openSession } from "../open-session";
import { printJson } from "../print-records";
import { print } from "../terminal/print";
import { engineTable } from "../views/engine-table";

type Action = "drain" | "undrain";

/** `cosmos engines [drain|undrain NAME]` */
export function addEnginesCommand(program: Command): void {
  const command = program
    .command("engines")
    .description("Show the engines with their slots; drain one: it then takes no further runs.")
    .addArgument(new Argument("[drain|undrain]", "what to do").choices(["drain", "undrain"]))
    .argument("[name]", "of the engine")
    .action(async (action: Action | undefined, name: string | undefined) => {
      if (action && !name) throw usageError(`Which engine? Say cosmos engines ${action} NAME.`);
      const { client, json } = openSession(command);
      const engines =
        action && name
          ? [await client.engines[action].mutate({ name })]
          : await client.engines.list.query();
      if (json) printJson(action ? engines[0] : engines);
      else print(engineTable(engines));
    });
}
