import type { Command } from "commander";
import { openSession } from "../open-session";
import { printRecords } from "../print-records";
import { print } from "../terminal/print";
import { runTable } from "../views/run-table";

/** `cosmos give-up RUN_ID...` */
export function addGiveUpCommand(program: Command): void {
  const command = program
    .command("give-up")
    .description("End running runs, as failed, whose engine is lost and will not come back.")
    .argument("<run_id...>", "ids of runs, or unique beginnings of them")
    .action(async (ids: string[]) => {
      const session = openSession(command);
      const found = await Promise.all(ids.map((id) => session.client.runs.get.query({ id })));
      const given = await Promise.all(
        found.map(({ id }) => session.client.runs.give_up.mutate({ id })),
      );
      if (session.json) printRecords(given);
      else print(runTable(given));
    });
}
