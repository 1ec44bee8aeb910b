import { join } from "node:path";
import { getEnv, loadEnvFile } from "@/env";
import { AppError } from "@/server/errors";
import { parseArguments } from "./parse-arguments";
import { runUp } from "./run-up";

/** All must have stopped within ten seconds, whatever hangs. */
const STOP_DEADLINE_MS = 9500;

const stopAsked = new AbortController();
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
process.on("SIGHUP", stop);
// Started by a program of ours (the demo, a test) that is gone.
process.on("disconnect", stop);
if (process.send && !process.connected) stop();

try {
  loadEnvFile(join(import.meta.dirname, ".."));
  await runUp(parseArguments(process.argv.slice(2)), readSettings(), stopAsked.signal);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${describe(error)}\n`);
  process.exit(1);
}

function stop(): void {
  // A second Ctrl-C does not wait; the parts notice that this process is gone.
  if (stopAsked.signal.aborted) process.exit(130);
  stopAsked.abort();
  setTimeout(() => process.exit(0), STOP_DEADLINE_MS).unref();
}

function readSettings() {
  try {
    return getEnv();
  } catch (error) {
    throw new AppError("refused", error instanceof Error ? error.message : String(error));
  }
}

function describe(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
