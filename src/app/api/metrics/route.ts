import { renderMetrics } from "@/server/activity/render-metrics";
import { getDatabase } from "@/server/db/get-database";

export const dynamic = "force-dynamic";

/** Prometheus metrics. */
export async function GET(): Promise<Response> {
  const text = await getDatabase()
    .then(renderMetrics)
    .catch(() => null);
  if (text === null) return new Response("# The database cannot be reached.\n", { status: 503 });
  return new Response(text, { headers: { "content-type": "text/plain; version=0.0.4" } });
}
