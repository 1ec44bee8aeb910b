import { initTRPC, TRPCError } from "@trpc/server";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
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

const httpStatuses = { NOT_FOUND: 404, BAD_REQUEST: 400, CONFLICT: 409, SERVICE_UNAVAILABLE: 503 };

const t = initTRPC.context<ApiContext>().create({
  sse: {
    ping: { enabled: true, intervalMs: 5000 },
    client: { reconnectAfterInactivityMs: 15_000 },
  },
  errorFormatter({ shape, error }) {
    // A subscription fails after the middleware has returned, so the code is settled here too.
    const app = appErrorOf(error);
    const known = app && trpcCodes[app.code];
    return {
      ...shape,
      ...(known && { code: TRPC_ERROR_CODES_BY_KEY[known] }),
      message: app?.message ?? messageFor(error),
      data: {
        ...shape.data,
        ...(known && { code: known, httpStatus: httpStatuses[known] }),
        stack: undefined,
        app_code: app?.code ?? null,
      },
    };
  },
});

/** The expected failure behind an error, if it is one. */
function appErrorOf(error: TRPCError): AppError | undefined {
  if (error.cause instanceof AppError) return error.cause;
  if (!isDatabaseLost(error.cause)) return undefined;
  const message = "The database cannot be reached at the moment. Try again shortly.";
  return new AppError("unavailable", message, { cause: error.cause });
}

/** What a user may read: never the text of an error nobody foresaw. */
function messageFor(error: TRPCError): string {
  if (error.cause instanceof ZodError) return describeIssue(error.cause);
  if (error.code === "INTERNAL_SERVER_ERROR") {
    return "Something went wrong on the server; its log says what.";
  }
  return error.message;
}

/** Connection-level failures of the driver, also those that Drizzle wraps. */
export function isDatabaseLost(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code, syscall } = each as NodeJS.ErrnoException;
    if (code && /^(CONNECT|CONNECTION_|ECONN|57P0|08)/.test(code)) return true;
    // A socket that is not there; a file that is not there says nothing about the database.
    if (code === "ENOENT" && syscall === "connect") return true;
  }
  return false;
}

const mapErrors = t.middleware(async ({ next }) => {
  const result = await next();
  const cause = result.ok ? undefined : appErrorOf(result.error);
  if (!cause) return result;
  throw new TRPCError({ code: trpcCodes[cause.code], message: cause.message, cause });
});

export const router = t.router;
export const procedure = t.procedure.use(mapErrors);
export const createCallerFactory = t.createCallerFactory;
