import { Argument, type Command, Option } from "commander";
import { modelTypes } from "@/domain/operations/registry";
import { runStatuses } from "@/domain/run-status";
import { usageError } from "../cli-error";
import { collectChoices } from "../collect-choices";
import { type ListOptions, listPages } from "../list-pages";
import { openSession } from "../open-session";
import { parseLimit } from "../parse-limit";
import { printJson } from "../print-records";
import { note, print } from "../terminal/print";

const kinds = ["runs", "prompts", "inputs"] as const;
type Kind = (typeof kinds)[number];

const filters: Record<Kind, (keyof ListOptions)[]> = {
  runs: ["type", "status", "prompt", "search", "limit", "cursor"],
  prompts: ["search", "limit", "cursor"],
  inputs: ["search", "limit"],
};

/** `cosmos list runs|prompts|inputs` */
export function addListCommand(program: Command): void {
  const command = program
    .command("list")
    .description("List runs, prompts or input folders, newest first.")
    .addArgument(new Argument(`<${kinds.join("|")}>`, "what to list").choices(kinds))
    .addOption(typeOption())
    .addOption(
      new Option(
        "--status <status>",
        `runs with this status (${runStatuses.join(", ")}); repeatable`,
      ).argParser(collectChoices(runStatuses)),
    )
    .option("--prompt <id>", "runs of this prompt")
    .option("--search <text>", "those whose id, name or text contains this")
    .option("--limit <number>", "at most so many, up to 200", parseLimit)
    .option("--cursor <cursor>", "go on after the page that printed this cursor")
    .action(async (kind: Kind, options: ListOptions) => {
      const wrong = Object.keys(options).find((key) => !["json", ...filters[kind]].includes(key));
      if (wrong) throw usageError(`--${wrong} does not apply to ${kind}.`);
      const session = openSession(command);
      const page = await listPages[kind](session, options);
      if (session.json) printJson(page.items);
      else print(page.items.length > 0 ? page.table() : `No ${kind} found.`);
      if (page.next_cursor) note(`next: --cursor ${page.next_cursor}`);
    });
}

/** `--type`, as `list` and `status` take it. */
export function typeOption(): Option {
  const text = `runs of this type (${modelTypes.join(", ")}); repeatable`;
  return new Option("--type <type>", text).argParser(collectChoices(modelTypes));
}
