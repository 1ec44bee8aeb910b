// Nothing but Node's own modules is imported up here: the packages may not be installed yet.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { choosePort } from "./demo/choose-port.mjs";
import { followRun } from "./demo/follow-run.mjs";
import { printRuns } from "./demo/print-runs.mjs";
import { runCosmos } from "./demo/run-cosmos.mjs";
import { startServer } from "./demo/start-server.mjs";
import { assertNodeVersion, ensureInstalled } from "./ensure-installed.mjs";
import { failPlainly } from "./fail-plainly.mjs";
import { runCommand } from "./run-command.mjs";

const root = join(import.meta.dirname, "..");
const input = join(root, "assets/demo");
const exitWhenDone = process.argv.includes("--exit");

/** @type {Awaited<ReturnType<typeof startServer>> | undefined} */
let server;
let interrupted = false;
/** What it has come to so far, for when it is interrupted. */
let exitCode = 130;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, interrupt);

try {
  assertNodeVersion();
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  await ensureInstalled();
  const { ensureBuilt } = await import("./ensure-built.mjs");
  await ensureBuilt({ parts: ["bundles", "pages"] });
  // Made anew each time, so that the containers have the operators of this version.
  if (process.env.COSMOS_ENGINE === "docker") await runScript("docker-image.mjs");
  await demonstrate();
  process.exitCode = exitCode;
} catch (error) {
  if (!interrupted) {
    await server?.stop();
    failPlainly(error);
  }
}

/** Sets the exit code: 0 only when all three runs completed. */
async function demonstrate() {
  const dataDir = resolve(root, process.env.COSMOS_DATA_DIR || "data");
  const port = await choosePort(process.env.COSMOS_HOST || "127.0.0.1");
  console.log(`Starting Cosmos on ${dataDir} …`);
  server = await startServer({ COSMOS_DATA_DIR: dataDir, PORT: port });
  const { url } = server;
  console.log(`Cosmos is ready at ${url}`);

  const runs = await runOperations(url);
  printRuns(runs, dataDir);
  const completed = runs.length === 3 && runs.every(({ status }) => status === "completed");
  exitCode = completed ? 0 : 1;
  if (!completed) console.log(`\nNot all three completed. The server said:\n${server.lastLines()}`);
  if (exitWhenDone) {
    await server.stop();
  } else {
    console.log(`\nWatch them at ${url} (Ctrl-C stops Cosmos)`);
    await server.ended;
  }
}

/** enhance → transfer → upscale; stops after the first that does not complete. */
async function runOperations(url) {
  const text = readFileSync(join(input, "prompt.txt"), "utf8").trim();
  const prompt = await runCosmos(url, ["create", "prompt", text, input]);
  const enhance = await startAndFollow(url, ["enhance", prompt.id]);
  if (enhance[0].status !== "completed") return enhance;
  const enhanced = enhance[0].outputs.enhanced_prompt_id ?? prompt.id;
  return [...enhance, ...(await startAndFollow(url, ["inference", enhanced, "--upscale"]))];
}

async function startAndFollow(url, command) {
  const ended = [];
  for (const { id } of [await runCosmos(url, command)].flat()) ended.push(await followRun(url, id));
  return ended;
}

function runScript(name) {
  return runCommand(process.execPath, [join(root, "scripts", name)]);
}

async function interrupt() {
  // A second Ctrl-C does not wait: the server notices that this program is gone.
  if (interrupted) process.exit(130);
  interrupted = true;
  console.log("\nStopping …");
  await server?.stop();
  process.exit(exitCode);
}
