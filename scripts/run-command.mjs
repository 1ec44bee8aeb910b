import { spawn } from "node:child_process";

/**
 * Runs a program to its end with its output passed through. Throws when it fails.
 * @param {string} file
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function runCommand(file, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: "inherit", ...options });
    child.once("error", (error) => reject(new Error(`${file} could not be run: ${error.message}`)));
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else
        reject(new Error(`${[file, ...args].join(" ")} ended with ${signal ?? `code ${code}`}.`));
    });
  });
}
