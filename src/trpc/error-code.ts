import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@/server/api/root";

/** The server's code of a refusal, such as `NOT_FOUND`; undefined when it did not answer. */
export function errorCode(error: unknown): string | undefined {
  return TRPCClientError.from<AppRouter>(error as Error).data?.code;
}
