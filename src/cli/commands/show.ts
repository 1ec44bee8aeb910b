import { TRPCClientError } from "@trpc/client";
import type { Command } from "commander";
import type { PromptRecord, RunRecord } from "@/domain/records";
import { usageError } from "../cli-error";
import { openSession, type Session } from "../open-session";
import { printJson } from "../print-records";
import { print } from "../terminal/print";
import { promptView } from "../views/prompt-view";
import { runView } from "../views/run-view";

/** `cosmos show ID`: a run or a prompt, whichever has the id. */
export function addShowCommand(program: Command): void {
  const command = program
    .command("show")
    .description("Show a run or a prompt with everything that belongs to it.")
    .argument("<id>", "id of a run or a prompt, or a unique beginning of it")
    .action(async (id: string) => {
      const session = openSession(command);
      const { run, prompt } = await find(session, id);
      if (session.json) printJson(run ?? prompt);
      else if (run) await showRun(session, run);
      else if (prompt) await showPrompt(session, prompt);
    });
}

async function find({ client }: Session, id: string) {
  const [run, prompt] = await Promise.all([
    client.runs.get.query({ id }).catch(unlessNotFound),
    client.prompts.get.query({ id }).catch(unlessNotFound),
  ]);
  if (run instanceof Error && prompt instanceof Error) {
    run.message = run.message.replace("run", "run or prompt");
    throw run;
  }
  if (run instanceof Error) return { prompt: prompt as PromptRecord };
  if (prompt instanceof Error) return { run };
  throw usageError(
    `A run (${run.id}) and a prompt (${prompt.id}) begin with "${id}": give more characters.`,
  );
}

function unlessNotFound(error: unknown): Error {
  const known = error instanceof TRPCClientError && error.data?.app_code === "not_found";
  if (known) return error;
  throw error;
}

async function showRun({ client, server }: Session, run: RunRecord): Promise<void> {
  const [events, lineage] = await Promise.all([
    client.runs.events.query({ id: run.id }),
    client.runs.lineage.query({ id: run.id }),
  ]);
  print(runView({ run, events, lineage, url: server.url }));
}

async function showPrompt({ client, server }: Session, prompt: PromptRecord): Promise<void> {
  const { items } = await client.runs.list.query({ prompt_id: prompt.id, limit: 20 });
  print(promptView({ prompt, runs: items, url: server.url }));
}
