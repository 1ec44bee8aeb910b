import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Engine, EngineHost } from "../engine/engine";
import { containerFiles } from "../engine/local/container-files";

/** Finds the runs that processes of an engine's host belong to, by their pids there. */
export type FindOwners = (pids: readonly number[]) => Promise<ReadonlyMap<number, string>>;

/**
 * A process is of a run when its control group names the run's container or its environment has the
 * TMPDIR that the local engine gives to each of its containers.
 */
export function ownerFinder(
  engine: Pick<Engine, "list">,
  host: EngineHost,
  dataDir: string,
): FindOwners {
  return async (pids) => {
    if (pids.length === 0) return new Map();
    const [containers, marks] = await Promise.all([
      engine.list(),
      host.here ? readMarks(pids) : readRemoteMarks(pids, host),
    ]);
    const owners = new Map<number, string>();
    for (const [pid, mark] of marks) {
      const owner = containers.find(({ id, name }) => {
        const { tmp } = containerFiles(join(dataDir, "engine", "local", name));
        return mark.cgroup.includes(id) || mark.environment.includes(`TMPDIR=${tmp}`);
      });
      if (owner?.run_id) owners.set(pid, owner.run_id);
    }
    return owners;
  };
}

interface Marks {
  cgroup: string;
  /** `NAME=value` each. */
  environment: string[];
}

async function readMarks(pids: readonly number[]): Promise<[number, Marks][]> {
  return Promise.all(
    pids.map(async (pid): Promise<[number, Marks]> => {
      const [cgroup, environ] = await Promise.all(
        // Ended meanwhile, or another user's: then it is none of ours.
        ["cgroup", "environ"].map((name) =>
          readFile(`/proc/${pid}/${name}`, "utf8").catch(() => ""),
        ),
      );
      return [pid, { cgroup: cgroup ?? "", environment: (environ ?? "").split("\0") }];
    }),
  );
}

async function readRemoteMarks(
  pids: readonly number[],
  { run }: EngineHost,
): Promise<[number, Marks][]> {
  if (!run) return [];
  // An image without a shell tells nothing: then what holds a card is taken for foreign.
  const groups = await run(["sh", "-c", "grep -Hs . /proc/[0-9]*/cgroup || true"]).catch(() => "");
  return pids.map((pid) => {
    const own = groups.split("\n").filter((line) => line.startsWith(`/proc/${pid}/cgroup:`));
    return [pid, { cgroup: own.join("\n"), environment: [] }];
  });
}
