import { join } from "node:path";
import type { Container, ContainerSpec } from "../engine";
import { type FoundRecord, findNamed } from "./find-record";
import type { LocalEngineOptions } from "./local-engine-options";
import { makeRecord } from "./make-record";
import { observeContainer, observeStart } from "./observe-container";
import { startSupervisor } from "./start-supervisor";

/** How often a start that dies before its program is tried again. */
const STARTS_MAX = 3;

/**
 * Makes the record of a container if this run and attempt has none, and starts its supervisor unless
 * it was started already. Callers in several processes get the same container, started once.
 */
export async function createGated(
  root: string,
  spec: ContainerSpec,
  options: LocalEngineOptions & { onExit(id: string): void },
): Promise<Container> {
  for (let tries = 0; tries < STARTS_MAX; tries++) {
    const found = await findOrMake(root, spec);
    const seen = await observeStart(found);
    if (!seen) continue; // removed meanwhile
    if (seen.container.state !== "created") return seen.container;
    const start = { recordFolder: found.recordFolder, number: seen.start + 1 };
    const onExit = () => options.onExit(found.record.id);
    await startSupervisor(start, spec, { ...options, onExit });
    const started = await observeContainer(found);
    if (started && started.state !== "created") return started;
  }
  throw new Error(`The container ${spec.name} was started ${STARTS_MAX} times and died each time.`);
}

async function findOrMake(root: string, spec: ContainerSpec): Promise<FoundRecord> {
  const names = [spec.name, spec.fallback_name, `${spec.fallback_name}_${spec.attempt}`];
  for (const name of names) assertName(name);
  const there = await Promise.all(names.map((name) => findNamed(root, name)));
  const mine = there.find((found) => found && belongs(found, spec));
  if (mine) return mine;
  for (const name of names) {
    const record = await makeRecord(root, name, spec);
    if (record) return { record, recordFolder: join(root, name) };
    const found = await findNamed(root, name);
    if (found && belongs(found, spec)) return found;
  }
  throw new Error(`The container names ${names.join(", ")} are all taken by other runs.`);
}

function belongs({ record }: FoundRecord, spec: ContainerSpec) {
  const same = record.run_id === spec.run_id && record.attempt === spec.attempt;
  return same && record.instance === spec.instance;
}

function assertName(name: string) {
  if (!/^\w[\w.-]*$/.test(name)) throw new Error(`${JSON.stringify(name)} is no container name.`);
}
