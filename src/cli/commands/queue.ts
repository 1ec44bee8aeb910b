import { Argument, type Command } from "commander";
import type { QueueRecord } from "@/domain/records";
import { openSession } from "../open-session";
import { printJson } from "../print-records";
import { print } from "../terminal/print";
import { relativeTime } from "../views/relative-time";
import { runTable } from "../views/run-table";

type Action = "pause" | "resume";

/** `cosmos queue [pause|resume]` */
export function addQueueCommand(program: Command): void {
  const command = program
    .command("queue")
    .description("Show what waits, in the order in which it will start; pause or resume the queue.")
    .addArgument(new Argument("[pause|resume]", "what to do").choices(["pause", "resume"]))
    .action(async (action: Action | undefined) => {
      const session = openSession(command);
      if (action) await session.client.queue[action].mutate();
      const queue = await session.client.queue.get.query();
      if (session.json) printJson(queue);
      else print(queueView(queue));
    });
}

function queueView(queue: QueueRecord): string {
  const by = `by ${queue.paused_by ?? "someone"} ${relativeTime(queue.paused_at)}`;
  const state = queue.paused ? `Paused ${by}: nothing new starts.` : "The queue is open.";
  if (queue.items.length === 0) return `${state} Nothing waits.`;
  return `${state}\n\n${runTable(queue.items)}`;
}
