import { constants } from "node:fs";
import { access, open, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { containerFiles } from "./container-files";
import type { FoundRecord } from "./find-record";
import { observeContainer } from "./observe-container";

/** Two waiting entries may share one FIFO, and each line wakes one of them: hence again. */
const POKE_AGAIN_MS = 25;
/** Past this the machine is merely slow: the gate stays open, nobody needs to wait here. */
const WAIT_MAX_MS = 2_000;

/** Opens the gate of a waiting container and returns when its program has begun (or never will). */
export async function openGate(found: FoundRecord): Promise<void> {
  const files = containerFiles(found.recordFolder);
  if ((await observeContainer(found))?.state !== "gated") return;
  await writeFile(files.gate, "", { flag: "a" });
  const deadline = Date.now() + WAIT_MAX_MS;
  for (let pokedAt = 0; Date.now() < deadline; await sleep(1)) {
    if (await exists(files.begun)) return;
    if (Date.now() - pokedAt < POKE_AGAIN_MS) continue;
    if (pokedAt > 0 && (await observeContainer(found))?.state !== "gated") return;
    await poke(files.fifo);
    pokedAt = Date.now();
  }
}

/** Writes a line to the FIFO if someone reads it; who starts reading later looks at the gate first. */
async function poke(fifo: string) {
  const flags = constants.O_WRONLY | constants.O_NONBLOCK;
  const handle = await open(fifo, flags).catch(() => null);
  await handle?.write("\n").catch(() => undefined); // full: it has lines enough
  await handle?.close();
}

function exists(path: string) {
  return access(path).then(
    () => true,
    () => false,
  );
}
