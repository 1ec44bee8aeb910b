import { writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { StopLadder } from "../engine";
import { containerFiles } from "./container-files";
import { memberFinder } from "./find-members";
import type { FoundRecord } from "./find-record";
import { observeContainer } from "./observe-container";
import type { ProcessFacts } from "./parse-process";
import { readSnapshot } from "./read-snapshot";

/** What survives KILL for so long sits in a driver: nothing more can be done from here. */
const KILL_WAIT_MS = 30_000;
/** A supervisor whose program is gone records the exit at once; one that does not is stuck. */
const SUPERVISOR_WAIT_MS = 2_000;

/**
 * INT, TERM, KILL with the ladder's grace periods, to every process of the container. Returns when none
 * lives and the container can never run (again). Throws if something survives KILL.
 */
export async function stopContainer(found: FoundRecord, ladder: StopLadder): Promise<void> {
  const { killed } = containerFiles(found.recordFolder);
  const findMembers = memberFinder(found.recordFolder);
  const state = async () => (await observeContainer(found))?.state;
  const isGone = async () => {
    const now = await state();
    return now !== "running" && now !== "gated" && (await findMembers()).length === 0;
  };
  const climb = async () => {
    signalAll(await findMembers(), "SIGINT");
    if (await within(ladder.intMs, isGone)) return;
    signalAll(await findMembers(), "SIGTERM");
    if (await within(ladder.termMs, isGone)) return;
    await writeFile(killed, "", { flag: "a" });
    const since = Date.now();
    const killAll = async () => {
      signalAll(await findMembers(), "SIGKILL");
      if (Date.now() - since > SUPERVISOR_WAIT_MS) await killSupervisor(found.recordFolder);
      return isGone();
    };
    if (await within(KILL_WAIT_MS, killAll)) return;
    const pids = (await findMembers()).map((each) => each.pid);
    throw new Error(`Processes ${pids.join(", ")} of ${found.record.name} survived KILL.`);
  };

  if ((await state()) === "created") await writeFile(killed, "", { flag: "a" });
  if (!(await isGone())) await climb();
  if ((await state()) === "created") await writeFile(killed, "", { flag: "a" });
}

/** Polls, ever more slowly, until `done` or the time is up. Asks at least once. */
async function within(timeMs: number, done: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + timeMs;
  for (let pauseMs = 5; ; pauseMs = Math.min(pauseMs * 1.5, 100)) {
    if (await done()) return true;
    const leftMs = deadline - Date.now();
    if (leftMs <= 0) return false;
    await sleep(Math.min(pauseMs, leftMs));
  }
}

/** One signal to each: to whole groups where the leader is a member, so that no fork slips through. */
function signalAll(members: ProcessFacts[], signal: NodeJS.Signals) {
  const pids = new Set(members.map((each) => each.pid));
  const targets = members.map(({ pid, pgid }) => (pids.has(pgid) ? -pgid : pid));
  for (const target of new Set(targets)) send(target, signal);
}

async function killSupervisor(recordFolder: string) {
  const snapshot = await readSnapshot(recordFolder);
  if (snapshot?.supervisor) send(snapshot.supervisor.pid, "SIGKILL");
}

function send(target: number, signal: NodeJS.Signals) {
  try {
    process.kill(target, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ESRCH" && code !== "EPERM") throw error;
  }
}
