import { getEnv } from "@/env";
import type { ServiceContext } from "@/server/context";
import { getDatabase } from "@/server/db/get-database";

/** The context in which pages and server actions call the service verbs. */
export async function getServiceContext(): Promise<ServiceContext> {
  return { db: (await getDatabase()).db, env: getEnv(), actor: "web" };
}
