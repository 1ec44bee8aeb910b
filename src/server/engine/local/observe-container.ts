import type { Container } from "../engine";
import type { FoundRecord } from "./find-record";
import type { LocalRecord } from "./read-record";
import { readSnapshot, type Snapshot } from "./read-snapshot";

const KILLED = 137;

/** What a container is now, by its record's files and the processes they name; null once removed. */
export async function observeContainer(found: FoundRecord): Promise<Container | null> {
  return (await observeStart(found))?.container ?? null;
}

/** The same together with the number of starts it had, both from one look. */
export async function observeStart({ record, recordFolder }: FoundRecord) {
  let seen = await readSnapshot(recordFolder);
  // Whatever the dead left, they left before we saw them dead: the second look is final.
  if (seen && !lives(seen) && !seen.exit) seen = await readSnapshot(recordFolder);
  return seen && { container: toContainer(record, seen), start: seen.start };
}

function lives({ supervisor, program, starting }: Snapshot) {
  return supervisor !== null || program !== null || starting;
}

function toContainer(record: LocalRecord, seen: Snapshot): Container {
  const { id, name, run_id, model_type, attempt, instance } = record;
  const unknown = { image_id: null, oom_killed: false };
  const labels = { id, name, run_id, model_type, attempt, instance, ...unknown };
  const started_at = seen.begun_at;
  const living = { ...labels, exit_code: null, started_at, finished_at: null };
  if (seen.exit) {
    const { code, at } = seen.exit;
    return { ...labels, state: "exited", exit_code: code, started_at, finished_at: at };
  }
  if (lives(seen)) return { ...living, state: started_at ? "running" : "gated" };
  if (seen.killed_at) {
    const finished_at = seen.killed_at;
    return { ...labels, state: "exited", exit_code: KILLED, started_at, finished_at };
  }
  return { ...living, state: started_at ? "exited" : "created" };
}
