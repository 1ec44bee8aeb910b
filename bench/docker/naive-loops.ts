import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dockerRequest } from "../../tests/harness/docker-request";
import type { TestDockerd } from "../../tests/harness/dockerd";
import { type OperatorTimes, readTimes } from "../operator-times";
import { benchImage, operatorPath } from "./with-docker";

const LAST_MS = 150;

/** What a loop does that makes the next container when Docker's event says that the last one ended. */
export function loopOnEvents(dockerd: TestDockerd, times: number): Promise<number[]> {
  // `wait` answers at the same moment as the event, and needs no stream to be read.
  return loop(dockerd, times, async (id) => {
    await dockerRequest(dockerd.socket, { method: "POST", path: `/containers/${id}/wait` });
  });
}

/** What a loop does that asks now and then whether the last one has ended. */
export function loopOnPolls(
  dockerd: TestDockerd,
  { times, everyMs }: { times: number; everyMs: number },
): Promise<number[]> {
  return loop(dockerd, times, async (id) => {
    for (;;) {
      await sleep(everyMs);
      const seen = await dockerRequest(dockerd.socket, { path: `/containers/${id}/json` });
      if (!seen.json<{ State: { Running: boolean } }>().State.Running) return;
    }
  });
}

async function loop(
  { socket }: TestDockerd,
  times: number,
  untilEnded: (id: string) => Promise<void>,
): Promise<number[]> {
  const ran: OperatorTimes[] = [];
  for (let at = 0; at <= times; at++) {
    const job = mkdtempSync(join(tmpdir(), "cosmos-bench-loop-"));
    for (const name of ["in", "out"]) mkdirSync(join(job, name));
    writeFileSync(
      join(job, "in", "spec.json"),
      JSON.stringify({ prompt: JSON.stringify({ last_ms: LAST_MS }) }),
    );
    const created = await dockerRequest(socket, {
      method: "POST",
      path: "/containers/create",
      body: {
        Image: benchImage,
        Cmd: [
          "/usr/local/bin/node",
          operatorPath,
          "--spec",
          "/job/in/spec.json",
          "--out",
          "/job/out",
        ],
        HostConfig: {
          Init: true,
          NetworkMode: "none",
          Binds: [`${job}/in:/job/in:ro`, `${job}/out:/job/out`],
        },
      },
    });
    const { Id } = created.json<{ Id: string }>();
    await dockerRequest(socket, { method: "POST", path: `/containers/${Id}/start` });
    await untilEnded(Id);
    ran.push(readTimes(join(job, "out")));
    // Beside the next one's start, as a loop that cares for the gap would.
    void dockerRequest(socket, { method: "DELETE", path: `/containers/${Id}?force=1` }).catch(
      () => {},
    );
    rmSync(job, { recursive: true, force: true });
  }
  return ran.slice(1).map((run, at) => run.process_began - (ran[at]?.ended ?? Number.NaN));
}
