// Opens and migrates the database of DATABASE_URL.
import { parseEnv } from "@/env";
import { migrateDatabase } from "@/server/db/migrate-database";
import { openDatabase } from "@/server/db/open-database";

const [url = "", root = ""] = process.argv.slice(2);
const env = parseEnv({ DATABASE_URL: url, COSMOS_ROOT: root });
const database = await openDatabase(env);
await migrateDatabase(database.connection, env);
await database.close();
