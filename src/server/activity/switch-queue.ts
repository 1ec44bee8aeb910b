import type { QueueRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { settings } from "../db/schema";
import { getQueue } from "./get-queue";

/** Starts no further runs until resumed; running ones go on. Survives restarts. */
export async function pauseQueue(ctx: ServiceContext): Promise<QueueRecord> {
  await ctx.db.update(settings).set({ paused: true, paused_by: ctx.actor, paused_at: new Date() });
  return getQueue(ctx);
}

/** Lets pending runs start again. */
export async function resumeQueue(ctx: ServiceContext): Promise<QueueRecord> {
  await ctx.db.update(settings).set({ paused: false, paused_by: null, paused_at: null });
  return getQueue(ctx);
}
