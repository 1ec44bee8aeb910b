import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { describeIssue } from "@/domain/describe-issue";
import type { ChangeFeed } from "../activity/change-feed";
import type { ServiceContext } from "../context";
import { AppError, type AppErrorCode } from "../errors";

export interface ApiContext extends ServiceContext {
  feed: ChangeFeed;
}

const trpcCodes = {
  not_found: "NOT_FOUND",
  refused: "BAD_REQUEST",
  conflict: "CONFLICT",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<AppErrorCode, TRPCError["code"]>;

const t = initTRPC.context<ApiContext>().create({
  sse: {
    ping: { enabled: true, intervalMs: 5000 },
    client: { reconnectAfterInactivityMs: 15_000 },
  },
  errorFormatter({ shape, error }) {
    const app = error.cause instanceof AppError ? error.cause : undefined;
    return {
      ...shape,
      message: messageFor(error),
      data: { ...shape.data, stack: undefined, app_code: app?.code ?? null },
    };
  },
});

/** What a user may read: never the text of an error nobody foresaw. */
function messageFor(error: TRPCError): string {
  if (error.cause instanceof AppError) return error.cause.message;
  if (error.cause instanceof ZodError) return describeIssue(error.cause);
  if (error.code === "INTERNAL_SERVER_ERROR") {
    return isDatabaseLost(error.cause)
      ? "The database cannot be reached at the moment. Try again shortly."
      : "Something went wrong on the server; its log says what.";
  }
  return error.message;
}

/** Connection-level failures of the driver, also those that Drizzle wraps. */
export function isDatabaseLost(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code } = each as NodeJS.ErrnoException;
    if (code && /^(CONNECT|CONNECTION_|ECONN|ENOENT$|57P0|08)/.test(code)) return true;
  }
  return false;
}

const mapErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok || !(result.error.cause instanceof AppError)) return result;
  const { cause } = result.error;
  throw new TRPCError({ code: trpcCodes[cause.code], message: cause.message, cause });
});

export const router = t.router;
export const procedure = t.procedure.use(mapErrors);
export const createCallerFactory = t.createCallerFactory;
