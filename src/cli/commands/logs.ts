import { once } from "node:events";
import type { Command } from "commander";
import { followLog } from "../follow-log";
import { openSession, type Session } from "../open-session";
import { printJson } from "../print-records";
import { readLog } from "../read-log";
import { note } from "../terminal/print";

/** `cosmos logs RUN_ID`: the log as it is, and nothing else. */
export function addLogsCommand(program: Command): void {
  const command = program
    .command("logs")
    .description("Print the log of a run, exactly as it was written.")
    .argument("<run_id>", "id of the run, or a unique beginning of it")
    .option("-f, --follow", "go on until the run has ended")
    .action(async (id: string, { follow }: { follow?: boolean }) => {
      const session = openSession(command);
      const run = await session.client.runs.get.query({ id });
      if (session.json) return printLog(session, run.id, follow === true);
      if (!follow) return copyLog(session, run.id);
      if (run.status === "pending" && process.stderr.isTTY) {
        note(`Run ${run.id} waits for its turn; its log follows when it starts.`);
      }
      await followLog(session, {
        runId: run.id,
        onText: (text) => process.stdout.write(text),
        onLost: lostNote(session),
      });
    });
}

async function copyLog(session: Session, runId: string): Promise<void> {
  const { body } = await readLog(session, runId);
  if (!body) return;
  for await (const bytes of body) {
    if (!process.stdout.write(bytes)) await once(process.stdout, "drain");
  }
}

async function printLog(session: Session, runId: string, follow: boolean): Promise<void> {
  if (follow) await followLog(session, { runId, onText: () => {} });
  const text = await (await readLog(session, runId)).text();
  printJson({ run_id: runId, text });
}

function lostNote({ server }: Session): () => void {
  let said = false;
  return () => {
    if (!said) note(`cosmos: lost ${server.url}; the log goes on as soon as it is back.`);
    said = true;
  };
}
