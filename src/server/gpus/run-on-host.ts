import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";

const TIMEOUT_MS = 5000;

/** Path of a program on `path`, a PATH; undefined when it is not there. */
export async function findOnPath(program: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const file = join(folder, program);
    const found = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return file;
  }
  return undefined;
}

/**
 * Runs a program of this machine, without a shell, and returns its output.
 * @throws Error when it ends with another code than 0 or does not answer in time
 */
export function runOnHost(file: string, args: readonly string[]): Promise<string> {
  // A driver that hangs keeps its programs from dying: the signal ends our waiting all the same.
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return new Promise((resolve, reject) => {
    execFile(file, args, { signal, killSignal: "SIGKILL" }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      const name = file.split("/").at(-1);
      const words = (stderr || stdout).trim().slice(-500);
      const told = signal.aborted
        ? `${name} did not answer within ${TIMEOUT_MS / 1000} s.`
        : `${name} ended with exit code ${error.code}: ${words || error.message}`;
      reject(new Error(told, { cause: error }));
    });
  });
}
