import type { EngineRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { engines, slotLeases } from "../db/schema";

/** A worker that has said nothing for this long is not there. */
const HEARTBEAT_MAX_MS = 15_000;

/** The engines as the worker last reported them, with the runs that hold their slots. */
export async function listEngines(ctx: Pick<ServiceContext, "db">): Promise<EngineRecord[]> {
  const [rows, holders] = await Promise.all([
    ctx.db.select().from(engines),
    ctx.db.select().from(slotLeases),
  ]);
  return rows.map((row) => {
    const alive = Date.now() - row.heartbeat_at.getTime() < HEARTBEAT_MAX_MS;
    return {
      name: row.name,
      health: !alive ? "unknown" : row.reachable ? "healthy" : "unreachable",
      error: alive ? row.error : "The worker is not running: nothing is known of the engine now.",
      draining: row.draining,
      gpus: row.gpus,
      slots: row.slots.map((slot) => ({
        ...slot,
        run_id:
          holders.find((lease) => lease.engine === row.name && lease.slot === slot.id)?.run_id ??
          null,
      })),
      details: row.details,
      observed_at: row.observed_at?.toISOString() ?? null,
    };
  });
}
