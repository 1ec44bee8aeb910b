import type { WorkerContext } from "./worker-context";

/**
 * The name under which another engine works on the same host, undefined when there is none: two engines
 * would take each other's containers for leftovers.
 */
export async function findTwin({
  engine,
  hosts,
}: Pick<WorkerContext, "engine" | "hosts">): Promise<string | undefined> {
  const { engine_id } = await engine.describe().catch(() => ({}) as Record<string, unknown>);
  if (typeof engine_id !== "string") return undefined;
  const first = hosts.get(engine_id) ?? engine.name;
  hosts.set(engine_id, first);
  return first === engine.name ? undefined : first;
}
