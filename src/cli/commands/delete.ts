import { createInterface } from "node:readline/promises";
import { Argument, type Command } from "commander";
import { type Removal, planRemovals } from "../plan-removals";
import { openSession } from "../open-session";
import { printRecords } from "../print-records";
import { note, print } from "../terminal/print";
import { describeRemovals } from "../views/describe-removals";

type Kind = "run" | "prompt";

interface DeleteOptions {
  dryRun?: boolean;
  yes?: boolean;
}

/** `cosmos delete run|prompt ID...` */
export function addDeleteCommand(program: Command): void {
  const command = program
    .command("delete")
    .description("Delete ended runs, or prompts with all their runs; files included.")
    .addArgument(new Argument("<run|prompt>", "what to delete").choices(["run", "prompt"]))
    .argument("<id...>", "ids, or unique beginnings of them")
    .option("--dry-run", "show what would be deleted, without deleting it")
    .option("--yes", "do not ask first")
    .action(async (kind: Kind, ids: string[], { dryRun, yes }: DeleteOptions) => {
      const session = openSession(command);
      const removals = await planRemovals(session, kind, ids);
      if (dryRun) {
        if (!session.json) note("Dry run: nothing was deleted. This would be:");
        return show(removals, session.json);
      }
      if (!yes && !(await agreed(removals))) return note("Nothing was deleted.");
      const procedure = session.client[kind === "run" ? "runs" : "prompts"].delete;
      const done: Removal[] = [];
      for (const { id } of removals) done.push({ id, ...(await procedure.mutate({ id })) });
      show(done, session.json);
    });
}

function show(removals: readonly Removal[], json: boolean): void {
  if (json) printRecords(removals);
  else
    print(
      `${removals.some((removal) => removal.dry_run) ? "" : "Deleted "}${describeRemovals(removals)}`,
    );
}

/** True when the person at the terminal says yes, or nobody is there to ask. */
async function agreed(removals: readonly Removal[]): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`Delete ${describeRemovals(removals)}? [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
