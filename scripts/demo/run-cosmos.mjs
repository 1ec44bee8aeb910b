import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");

/**
 * Gives a command to Cosmos as a user would (`cosmos … --json`) and returns what it answers.
 * @param {string} url Address of the server.
 * @param {string[]} args
 */
export async function runCosmos(url, args) {
  const program = [join(root, "bin/cosmos.mjs"), ...args, "--json"];
  const env = { ...process.env, COSMOS_URL: url };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root, env });
    return JSON.parse(stdout);
  } catch (error) {
    const said = error.stderr?.trim() || error.message;
    throw new Error(`cosmos ${args[0]} failed: ${said}`);
  }
}
