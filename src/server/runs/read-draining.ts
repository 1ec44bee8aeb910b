import { eq } from "drizzle-orm";
import type { Db } from "../db/open-database";
import { engines } from "../db/schema";

/** Whether an engine was asked to take no more runs. */
export async function readDraining(db: Db, engine: string): Promise<boolean> {
  const [row] = await db
    .select({ draining: engines.draining })
    .from(engines)
    .where(eq(engines.name, engine));
  return row?.draining ?? false;
}
