import { sql } from "drizzle-orm";
import type { ActivityRecord } from "@/domain/records";
import type { ServiceContext } from "../context";
import { engines } from "../db/schema";
import { getActivity } from "./get-activity";

const WAIT_MAX_MS = 5000;
const LOOK_EVERY_MS = 25;

/**
 * Makes the worker look at its engines now and returns the matched result. Without a worker the
 * result comes after 5 s, with engines of health `unknown`.
 */
export async function requestPoll(ctx: Pick<ServiceContext, "db">): Promise<ActivityRecord> {
  await ctx.db.update(engines).set({ polls_requested: sql`${engines.polls_requested} + 1` });
  const asked = await ctx.db
    .select({ name: engines.name, wanted: engines.polls_requested })
    .from(engines);
  const deadline = Date.now() + WAIT_MAX_MS;
  while (Date.now() < deadline && !(await allDone(ctx, asked))) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return getActivity(ctx, {});
}

async function allDone(
  ctx: Pick<ServiceContext, "db">,
  asked: { name: string; wanted: number }[],
): Promise<boolean> {
  const rows = await ctx.db.select({ name: engines.name, done: engines.polls_done }).from(engines);
  return asked.every(({ name, wanted }) =>
    rows.some((row) => row.name === name && row.done >= wanted),
  );
}
