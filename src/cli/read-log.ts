import { clientHeaders } from "@/client/client-headers";
import { CliError } from "./cli-error";
import type { Session } from "./open-session";

/** The run's log so far, byte for byte; empty when the run has not written any. */
export async function readLog({ server }: Session, runId: string): Promise<Response> {
  const response = await fetch(`${server.url}/api/runs/${runId}/log`, {
    headers: clientHeaders({ token: server.token, actor: "cli" }),
  });
  if (response.status === 404) return new Response("");
  if (response.ok) return response;
  throw new CliError(
    `the server could not read the log of run ${runId} (HTTP ${response.status}).`,
  );
}
