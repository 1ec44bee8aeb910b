import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { Env } from "@/env";
import { AppError } from "@/server/errors";
import { type DatabaseConnection, parseDatabaseUrl } from "./database-connection";
import { describeConnectionError } from "./describe-connection-error";
import { ensureEmbedded } from "./embedded/ensure-embedded";
import { ensureDatabase } from "./ensure-database";
import { openPool } from "./open-pool";
import * as schema from "./schema";

/** Drizzle over postgres.js; column names equal property names. */
export type Db = PostgresJsDatabase<typeof schema>;

export interface Database {
  db: Db;
  /** The pool below `db`, for plain SQL; dates come and go as text. */
  sql: Sql;
  /** For connections of one's own: listener, leadership, migrations. */
  connection: DatabaseConnection;
  /** Ends the pool; statements that run get 2 s. */
  close(): Promise<void>;
}

const oldestVersion = 150_000;

/**
 * Opens the database that DATABASE_URL names, or the built-in one in the data folder, starting it
 * where it does not run. Does not migrate. Throws AppError when it can't be reached.
 */
export async function openDatabase(env: Env): Promise<Database> {
  const connection = await locateDatabase(env);
  const sql = openPool(connection, (client) => drizzle({ client }));
  const close = () => sql.end({ timeout: 2 });
  try {
    await checkVersion(sql);
  } catch (error) {
    await close().catch(() => undefined);
    throw error instanceof AppError ? error : describeConnectionError(error, connection);
  }
  return { db: drizzle({ client: sql, schema }), sql, connection, close };
}

/** Where the database of this installation is; starts the built-in one where it does not run. */
async function locateDatabase(env: Env): Promise<DatabaseConnection> {
  if (env.DATABASE_URL) return parseDatabaseUrl(env.DATABASE_URL);
  const { host, port, user, database } = await ensureEmbedded(env.dataDir, { root: env.root });
  const connection: DatabaseConnection = {
    host,
    port,
    user,
    database,
    tls: "disable",
    embedded: true,
  };
  await ensureDatabase(connection);
  return connection;
}

async function checkVersion(sql: Sql): Promise<void> {
  const [row] = await sql<{ number: number; name: string }[]>`
    select current_setting('server_version_num')::int as number,
           current_setting('server_version') as name`;
  if (!row || row.number >= oldestVersion) return;
  throw new AppError(
    "unavailable",
    `DATABASE_URL names a PostgreSQL ${row.name} server: Cosmos needs version 15 or later.`,
  );
}
