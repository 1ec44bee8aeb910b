import { isDatabaseLost } from "@/server/api/trpc";
import { AppError } from "@/server/errors";

/** The sentence for a person when a verb refused. Rethrows what nobody foresaw. */
export function explainRefusal(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (isDatabaseLost(error))
    return "The database does not answer, so nothing was done. Try again shortly.";
  throw error;
}
