import { closeSync, constants, openSync, writeSync } from "node:fs";
import { access } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { gateFiles } from "./gate-files";

/** Two waiting entries may share one FIFO, and each line wakes one of them: hence again. */
const POKE_AGAIN_MS = 25;
/** Past this the machine is merely slow: the gate stays open, nobody needs to wait here. */
const WAIT_MAX_MS = 2_000;

/**
 * Opens a gate and returns when the program behind it has begun, or `isWaiting` says that nobody waits
 * there. Does nothing when the gate's folder is gone.
 */
export async function passGate(gate: string, isWaiting: () => Promise<boolean>): Promise<void> {
  const files = gateFiles(gate);
  // Before looking what it is: a gate behind which no one waits lets no one through.
  if (!makeGate(files.gate)) return;
  const deadline = Date.now() + WAIT_MAX_MS;
  for (let pokedAt = 0; Date.now() < deadline; await sleep(1)) {
    if (await exists(files.begun)) return;
    if (Date.now() - pokedAt < POKE_AGAIN_MS) continue;
    if (pokedAt > 0 && !(await isWaiting())) return;
    poke(files.fifo);
    pokedAt = Date.now();
  }
}

// What follows is synchronous: a slot is idle meanwhile, and on a busy machine each turn through the
// thread pool costs milliseconds.

/** False when the container has been removed. */
function makeGate(gate: string): boolean {
  try {
    closeSync(openSync(gate, "a"));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return false;
    throw error;
  }
}

/** Writes a line to the FIFO if someone reads it; who starts reading later looks at the gate first. */
function poke(fifo: string) {
  try {
    const descriptor = openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK);
    try {
      writeSync(descriptor, "\n");
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Nobody reads, or it is full and has lines enough.
  }
}

function exists(path: string) {
  return access(path).then(
    () => true,
    () => false,
  );
}
