import type { Env } from "@/env";
import { assertPortFree } from "./assert-port-free";
import { checkModels } from "./check-models";
import { keepDatabase } from "./keep-database";
import { type KeptProcess, keepRunning } from "./keep-running";
import type { Part, UpArguments } from "./parse-arguments";
import { prepareDataDir } from "./prepare-data-dir";
import { takeLock } from "./take-lock";
import { waitUntilHealthy } from "./wait-until-healthy";
import { webAddress } from "./web-address";

/** The web server of a `cosmos up` that was killed notices within this time and ends. */
const LAST_ONE_ENDS_MS = 5000;

/**
 * Runs the parts until `signal` is aborted, then stops them and the built-in database; containers
 * of runs are left alone. Throws AppError when something can't be started.
 */
export async function runUp(args: UpArguments, env: Env, signal: AbortSignal): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    checkModels(env);
    await prepareDataDir(env.dataDir);
    let waitMs = 0;
    if (args.parts.length > 1) {
      const lock = await takeLock(env.dataDir, webAddress(env.COSMOS_HOST, env.PORT));
      undo.push(lock.release);
      if (lock.tookOver) waitMs = LAST_ONE_ENDS_MS;
    }
    if (args.parts.includes("web")) await assertPortFree(env.COSMOS_HOST, env.PORT, waitMs);
    const database = await keepDatabase(env);
    undo.push(database.stop);
    if (signal.aborted) return;

    const kept = new Map<Part, KeptProcess>();
    for (const part of args.parts) kept.set(part, keepRunning({ part, env, dev: args.dev }));
    undo.push(() => Promise.all([...kept.values()].map(({ stop }) => stop())));
    // Rejects when one of them can't be started; a part that only dies later is started again.
    const allReady = Promise.all([...kept.values()].map(({ ready }) => ready));
    await untilAborted(signal, [allReady, announce(kept, env, signal)]);
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function announce(kept: Map<Part, KeptProcess>, env: Env, signal: AbortSignal) {
  const web = await kept.get("web")?.ready;
  if (!web) {
    await kept.get("worker")?.ready;
    process.stdout.write("The worker of Cosmos is ready\n");
    return;
  }
  const url = webAddress(env.COSMOS_HOST, web.port ?? env.PORT);
  // Without its worker here, the web process is ready before the whole is healthy.
  if (kept.size > 1) await waitUntilHealthy(url, signal);
  process.stdout.write(`Cosmos is ready at ${url}\n`);
}

/** Waits for the signal, or for the first of the promises that fails before it. */
async function untilAborted(signal: AbortSignal, mayFail: Promise<unknown>[]): Promise<void> {
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  const failed = mayFail.map((promise) =>
    promise.then(
      () => aborted,
      (error: unknown) => (signal.aborted ? aborted : Promise.reject(error)),
    ),
  );
  await Promise.race([aborted, ...failed]);
}
