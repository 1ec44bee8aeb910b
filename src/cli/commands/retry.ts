import type { Command } from "commander";
import { openSession } from "../open-session";
import { reportRuns } from "../report-runs";

/** `cosmos retry RUN_ID` */
export function addRetryCommand(program: Command): void {
  const command = program
    .command("retry")
    .description("Do an ended run again: a new run with the same settings.")
    .argument("<run_id>", "id of the run, or a unique beginning of it")
    .option("--wait", "stay until the new run has ended")
    .option("--dry-run", "show the new run without making it")
    .action(async (id: string, { wait, dryRun = false }: { wait?: boolean; dryRun?: boolean }) => {
      const session = openSession(command);
      const run = await session.client.runs.retry.mutate({ id, dry_run: dryRun });
      await reportRuns(session, [run], { dryRun, wait: wait === true });
    });
}
