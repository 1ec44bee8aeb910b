import { TRPCClientError } from "@trpc/client";

const passing = ["INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE", "TIMEOUT", "TOO_MANY_REQUESTS"];

/** True when the server itself said no, so that asking again would be useless. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const code = (error.data as { code?: string } | undefined)?.code;
  return code !== undefined && !passing.includes(code);
}
