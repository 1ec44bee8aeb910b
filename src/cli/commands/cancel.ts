import type { Command } from "commander";
import { CliError } from "../cli-error";
import { openSession } from "../open-session";
import { printRecords } from "../print-records";
import { print } from "../terminal/print";
import { runTable } from "../views/run-table";
import { waitForRuns } from "../wait-for-runs";

/** `cosmos cancel RUN_ID...` */
export function addCancelCommand(program: Command): void {
  const command = program
    .command("cancel")
    .description(
      "Stop runs: waiting ones at once, running ones as soon as their program has ended.",
    )
    .argument("<run_id...>", "ids of runs, or unique beginnings of them")
    .option("--wait", "stay until they have stopped")
    .action(async (ids: string[], { wait }: { wait?: boolean }) => {
      const session = openSession(command);
      const found = await Promise.all(ids.map((id) => session.client.runs.get.query({ id })));
      const asked = await Promise.all(
        found.map(({ id }) => session.client.runs.cancel.mutate({ id })),
      );
      const shown = wait ? await waitForRuns(session, asked) : asked;
      if (session.json) printRecords(shown);
      else print(runTable(shown));
      const missed = wait && shown.find((run) => run.status !== "cancelled");
      if (missed)
        throw new CliError(`run ${missed.id} ${missed.status} before it could be cancelled.`);
    });
}
