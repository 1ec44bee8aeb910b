import type { TRPCError } from "@trpc/server";
import { AppError } from "../errors";
import { createLogger } from "../logger";

const logger = createLogger("api");

/** Logs what nobody foresaw; refusals are the user's business. */
export function reportApiError(error: TRPCError, path: string | undefined): void {
  if (error.code !== "INTERNAL_SERVER_ERROR" || error.cause instanceof AppError) return;
  logger.error("a procedure failed", { path, error: error.cause ?? error });
}
