import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type * as schema from "./schema";

/** Drizzle over postgres.js; column names equal property names. */
export type Db = PostgresJsDatabase<typeof schema>;
