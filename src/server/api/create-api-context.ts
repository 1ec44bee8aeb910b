import { getEnv } from "@/env";
import { getChangeFeed } from "../activity/get-change-feed";
import { getDatabase } from "../db/get-database";
import type { ApiContext } from "./trpc";

const ACTORS = new Set(["web", "cli", "api"]);

/** The context of one request; who asks is what the client says of itself. */
export async function createApiContext(headers: Headers): Promise<ApiContext> {
  const [{ db }, feed] = await Promise.all([getDatabase(), getChangeFeed()]);
  const actor = headers.get("x-cosmos-actor") ?? "api";
  return { db, env: getEnv(), feed, actor: ACTORS.has(actor) ? actor : "api" };
}
