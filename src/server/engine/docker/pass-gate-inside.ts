import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";
import { EngineUnreachable } from "../engine";
import { execInside } from "./exec-inside";
import { job } from "./job-places";

const AGAIN_MS = 50;
/** Past this the machine is merely slow: the gate stays open, nobody needs to wait here. */
const WAIT_MAX_MS = 5_000;
const COMMAND = ["/bin/sh", `${job.entryFolder}/open-gate.sh`, job.gate];

/**
 * Opens a gate from inside its container and returns when the program behind it has begun, or
 * `isWaiting` says that nobody waits there: the container may end at any moment.
 * @throws EngineUnreachable, or the engine's refusal to run anything in a container that waits
 */
export async function passGateInside(
  container: Dockerode.Container,
  isWaiting: () => Promise<boolean>,
): Promise<void> {
  let refusal: unknown = null;
  for (const deadline = Date.now() + WAIT_MAX_MS; Date.now() < deadline; await sleep(AGAIN_MS)) {
    try {
      refusal = null;
      let said = "";
      for await (const bytes of execInside(container, COMMAND)) said += bytes.toString();
      if (said.startsWith("begun")) return;
    } catch (error) {
      if (error instanceof EngineUnreachable) throw error;
      refusal = error;
    }
    if (!(await isWaiting())) return;
  }
  if (refusal) throw refusal;
}
