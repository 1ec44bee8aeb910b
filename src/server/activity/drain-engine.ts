import { eq } from "drizzle-orm";
import type { EngineRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { engines } from "../db/schema";
import { notFound } from "../errors";
import { listEngines } from "./list-engines";

/** Which engine, by its name. */
export interface EngineName {
  name: string;
}

/**
 * Gives an engine no further runs until it is undrained; those that run go on. Survives restarts.
 * Throws AppError `not_found`.
 */
export function drainEngine(ctx: ServiceContext, { name }: EngineName): Promise<EngineRecord> {
  return setDraining(ctx, name, true);
}

/** Lets an engine take runs again. Throws AppError `not_found`. */
export function undrainEngine(ctx: ServiceContext, { name }: EngineName): Promise<EngineRecord> {
  return setDraining(ctx, name, false);
}

async function setDraining(ctx: ServiceContext, name: string, draining: boolean) {
  await ctx.db.update(engines).set({ draining }).where(eq(engines.name, name));
  const engine = (await listEngines(ctx)).find((each) => each.name === name);
  if (!engine) throw notFound("engine", name);
  return engine;
}
