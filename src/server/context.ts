import type { Env } from "@/env";
import type { Db } from "./db/open-database";

/** What every service verb is given. */
export interface ServiceContext {
  db: Db;
  env: Env;
  /** Who asks, for the run's timeline: `web`, `cli`, `api` or `worker`. */
  actor: string;
}
