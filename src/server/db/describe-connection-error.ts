import { AppError } from "@/server/errors";
import { type DatabaseConnection, showAddress } from "./database-connection";

const reasons: Record<string, string> = {
  ECONNREFUSED: "nothing answers there",
  ENOENT: "there is no such socket",
  ENOTFOUND: "there is no host of that name",
  EAI_AGAIN: "the host's name could not be looked up",
  ETIMEDOUT: "it gave no answer in 10 s",
  CONNECT_TIMEOUT: "it gave no answer in 10 s",
  ECONNRESET: "it hung up",
  CONNECTION_CLOSED: "it hung up",
  "28P01": "it refused the user or the password",
  "3D000": "it has no database of that name",
  "42501": "the user lacks the rights that Cosmos needs there",
  "53300": "it accepts no more connections",
  "57P03": "it is starting or stopping",
};

/** One sentence about a database that can't be used, without the password. */
export function describeConnectionError(error: unknown, to: DatabaseConnection): AppError {
  const { code, message } = findCause(error);
  const reason = (code && reasons[code]) || message;
  const sentence = to.embedded
    ? `The built-in database in ${to.host} cannot be used: ${reason}.`
    : `The database that DATABASE_URL names (${showAddress(to)}) cannot be used: ${reason}. Start or correct it, or unset DATABASE_URL to use the built-in database.`;
  return new AppError("unavailable", sentence, { cause: error });
}

// An AggregateError (every address of a host failed) and Drizzle's errors hold the real one inside.
function findCause(error: unknown): { code?: string; message: string } {
  const { code, message, cause, errors } = error as {
    code?: string;
    message: string;
    cause?: unknown;
    errors?: unknown[];
  };
  if (code) return { code, message };
  const inner = cause ?? errors?.[0];
  return inner ? findCause(inner) : { message };
}
