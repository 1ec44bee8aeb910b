import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createProgressBar } from "./create-progress-bar";
import { InputRejected } from "./input-rejected";
import { logInfo, logLine } from "./operator-log";

export interface Rehearsal {
  fault: string;
  out: string;
  /** The file that the operator would have written. */
  produces: string;
  /** Label of its progress bar. */
  label: string;
}

/**
 * Fails in the way `fault` names, so that people can see what it looks like.
 * Returns normally where the rehearsed failure has exit code 0.
 */
export async function rehearseFault({ fault, out, produces, label }: Rehearsal): Promise<void> {
  logInfo(`Rehearsing the failure ${JSON.stringify(fault)}`);
  switch (fault) {
    case "bad_input":
      throw new InputRejected("this is a rehearsal of an input that cannot be used.");
    case "crash":
      return crash(label);
    case "hang":
      return hang();
    case "blocked":
      return logLine("CRITICAL", "Guardrail blocked generation. This is a rehearsal.");
    case "garbage":
      return writeFile(join(out, produces), randomBytes(20_000));
    default:
      throw new InputRejected(`there is no failure called ${JSON.stringify(fault)} to rehearse.`);
  }
}

async function crash(label: string): Promise<void> {
  const bar = createProgressBar(label, 100);
  for (let done = 0; done <= 7; done += 1) {
    bar.update(done);
    await pause(60);
  }
  process.kill(process.pid, "SIGSEGV");
  await hang();
}

/** An interval keeps the process alive; only a signal ends it. */
async function hang(): Promise<never> {
  setInterval(() => {}, 60_000);
  return new Promise<never>(() => {});
}
