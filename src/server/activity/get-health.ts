import type { EngineRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { listEngines } from "./list-engines";

export interface HealthRecord {
  /** True when database and worker are fine and every engine answers. */
  ok: boolean;
  database: "healthy" | "unreachable";
  worker: "healthy" | "unknown";
  engines: EngineRecord[];
}

/** Whether database, worker and engines are fine; `null` for a database that is lost. Never throws. */
export async function getHealth(ctx: Pick<ServiceContext, "db"> | null): Promise<HealthRecord> {
  try {
    if (!ctx) throw new Error("no database");
    const engines = await listEngines(ctx);
    const alive = engines.some((engine) => engine.health !== "unknown");
    const ok = alive && engines.every((engine) => engine.health === "healthy");
    return { ok, database: "healthy", worker: alive ? "healthy" : "unknown", engines };
  } catch {
    return { ok: false, database: "unreachable", worker: "unknown", engines: [] };
  }
}
