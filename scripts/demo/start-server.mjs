import { spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const KEPT_LINES = 20;

/**
 * Starts `cosmos up` and waits until it is ready. Its own lines are kept back; `lastLines` gives
 * the newest of them, for when something fails.
 * @param {Record<string, string>} env
 */
export async function startServer(env) {
  // The channel lets the server notice when this program dies, however it dies.
  const child = spawn(process.execPath, [join(root, "scripts/start.mjs")], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: process.platform !== "win32",
  });
  let lines = [];
  const ready = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        const url = /^Cosmos is ready at (\S+)$/m.exec(text)?.[1];
        if (url) resolve(url);
        lines = [...lines, ...text.split("\n").filter(Boolean)].slice(-KEPT_LINES);
      });
    }
  });
  const lastLines = () => lines.join("\n");
  const ended = new Promise((resolve) => child.once("close", resolve));
  const url = await Promise.race([ready, ended.then(() => null)]);
  if (url === null) throw new Error(`The server did not start. It said:\n${lastLines()}`);

  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { url, stop, lastLines, ended };
}
