import type { Command } from "commander";
import { CliError } from "../cli-error";
import { openSession } from "../open-session";
import { printJson } from "../print-records";
import { print } from "../terminal/print";
import { doctorTable } from "../views/doctor-table";

/** `cosmos doctor` */
export function addDoctorCommand(program: Command): void {
  const command = program
    .command("doctor")
    .description("Check everything that runs need: server, engines, GPUs, models, disk.")
    .action(async () => {
      const { client, json } = openSession(command);
      const record = await client.system.doctor.query();
      if (json) printJson(record);
      else print(doctorTable(record.checks));
      const failed = record.checks.filter(({ status }) => status === "failed");
      if (failed.length === 0) return;
      throw new CliError(`Failed: ${failed.map(({ name }) => name).join(", ")}.`);
    });
}
