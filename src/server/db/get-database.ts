import { getEnv } from "@/env";
import { type Database, openDatabase } from "./open-database";

// Next evaluates a module several times in one process; a pool must exist once.
const shared = globalThis as { cosmosDatabase?: Promise<Database> | undefined };

/** The database of this process, opened with the first call; a failed opening is tried again. */
export function getDatabase(): Promise<Database> {
  shared.cosmosDatabase ??= openDatabase(getEnv()).catch((error) => {
    shared.cosmosDatabase = undefined;
    throw error;
  });
  return shared.cosmosDatabase;
}
