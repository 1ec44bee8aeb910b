import type { Command } from "commander";
import type { ModelType } from "@/domain/operations/registry";
import { openSession } from "../open-session";
import { printJson } from "../print-records";
import { print } from "../terminal/print";
import { statusView } from "../views/status-view";
import { watchStatus } from "../watch-status";
import { typeOption } from "./list";

interface StatusOptions {
  type?: ModelType[];
  watch?: boolean;
}

/** `cosmos status` */
export function addStatusCommand(program: Command): void {
  const command = program
    .command("status")
    .description("Show the engine, what runs, what waits and what has ended lately.")
    .addOption(typeOption())
    .option("--watch", "keep the view up to date until Ctrl-C")
    .action(async ({ type, watch }: StatusOptions) => {
      const session = openSession(command);
      const filter = { model_type: type };
      if (watch) return watchStatus(session, filter);
      const activity = await session.client.activity.get.query(filter);
      if (session.json) printJson(activity);
      else print(statusView(activity));
    });
}
