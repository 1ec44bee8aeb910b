import { readdirSync, readFileSync } from "node:fs";
import { waitFor } from "./wait-for";

/** Kills a server and all its processes with SIGKILL, as a power cut would; Linux only. */
export async function killPostgres(postmaster: number): Promise<void> {
  const victims = [postmaster, ...childrenOf(postmaster)];
  for (const pid of victims) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself.
    }
  }
  await waitFor(() => victims.every((pid) => stateOf(pid) === undefined), "Postgres to be gone");
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 1 && stateOf(pid)?.parent === parent);
}

/** Undefined for a process that is gone or only waits for its parent to notice. */
function stateOf(pid: number): { parent: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? undefined : { parent: Number(parent) };
  } catch {
    return undefined;
  }
}
