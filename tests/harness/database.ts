import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { type Env, parseEnv } from "@/env";
import { parseDatabaseUrl } from "@/server/db/database-connection";
import { type Database, openDatabase } from "@/server/db/open-database";
import { openSession } from "@/server/db/open-session";

const root = join(import.meta.dirname, "../..");

export interface TestDatabase extends Database {
  /** Names this database in DATABASE_URL and an empty data folder of its own. */
  env: Env;
  /** For DATABASE_URL of a process that a test starts. */
  url: string;
  /** Closes and removes the database and the data folder. */
  drop(): Promise<void>;
}

/** A migrated, empty database of its own, about 80 ms. Call `drop` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = inject("templateUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administer(
    `create database ${name} template ${parseDatabaseUrl(template).database} strategy file_copy`,
  );
  const url = template.replace(/\/[^/?]+\?/, `/${name}?`);
  const dataDir = mkdtempSync(join(tmpdir(), "cosmos-test-data-"));
  const env = parseEnv({ DATABASE_URL: url, COSMOS_DATA_DIR: dataDir, COSMOS_ROOT: root });
  const database = await openDatabase(env);
  await database.sql`update settings set instance = ${randomBytes(6).toString("hex")}`;
  return {
    ...database,
    env,
    url,
    drop: async () => {
      await database.close();
      await administer(`drop database if exists ${name} with (force)`);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A server-wide command; the template must have no visitors, so it is said from another database. */
async function administer(command: string): Promise<void> {
  const connection = parseDatabaseUrl(inject("templateUrl"));
  const session = await openSession({ ...connection, database: "postgres" });
  try {
    await session.sql.unsafe(command);
  } finally {
    await session.close();
  }
}
