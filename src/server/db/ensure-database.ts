import type { DatabaseConnection } from "./database-connection";
import { openSession } from "./open-session";

const alreadyThere = new Set(["42P04", "23505"]);

/** Creates the built-in server's database where its first start was cut short before that. */
export async function ensureDatabase(connection: DatabaseConnection): Promise<void> {
  try {
    await (await openSession(connection)).close();
    return;
  } catch (error) {
    if ((error as { code?: string }).code !== "3D000") throw error;
  }
  const session = await openSession({ ...connection, database: "postgres" });
  try {
    await session.sql`create database ${session.sql(connection.database)}`;
  } catch (error) {
    if (!alreadyThere.has((error as { code?: string }).code ?? "")) throw error;
  } finally {
    await session.close();
  }
}
