import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type { Env } from "@/env";
import type { DatabaseConnection } from "./database-connection";
import { describeConnectionError } from "./describe-connection-error";
import { openSession } from "./open-session";
import { settings } from "./schema";

// Any number no other program would choose; advisory locks are per database.
const lockKey = 7_267_667;

/**
 * Brings the database to the newest schema and makes its one `settings` row. Any number of
 * processes may call it at once. Throws AppError.
 */
export async function migrateDatabase(connection: DatabaseConnection, env: Env): Promise<void> {
  try {
    const session = await openSession(connection);
    try {
      await session.sql`select pg_advisory_lock(${lockKey})`;
      const db = drizzle({ client: session.sql });
      await migrate(db, { migrationsFolder: join(env.root, "drizzle") });
      const instance = randomBytes(6).toString("hex");
      await db.insert(settings).values({ instance }).onConflictDoNothing();
    } finally {
      await session.close().catch(() => undefined);
    }
  } catch (error) {
    throw describeConnectionError(error, connection);
  }
}
