import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { refuseForeign } from "@/server/api/check-origin";
import { createApiContext } from "@/server/api/create-api-context";
import { appRouter } from "@/server/api/root";
import { reportApiError } from "@/server/api/report-api-error";

export const dynamic = "force-dynamic";

async function handle(request: Request): Promise<Response> {
  const refusal = refuseForeign(request);
  if (refusal) return Response.json({ error: { message: refusal } }, { status: 403 });
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => createApiContext(request.headers),
    onError: ({ error, path }) => reportApiError(error, path),
  });
}

export { handle as GET, handle as POST };
