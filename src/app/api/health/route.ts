import { getHealth } from "@/server/activity/get-health";
import { getDatabase } from "@/server/db/get-database";

export const dynamic = "force-dynamic";

/** 200 only if database and worker are fine, else 503; the body says which is not. */
export async function GET(): Promise<Response> {
  const health = await getDatabase().then(getHealth, () => getHealth(null));
  return Response.json(health, { status: health.ok ? 200 : 503 });
}
