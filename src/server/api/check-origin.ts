/**
 * Why a request is not let in, or null. A page of another site may make a browser send requests
 * here: those carry an Origin that is not ours, or a body that is not JSON.
 */
export function refuseForeign(request: Request): string | null {
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  if (origin && URL.canParse(origin) && new URL(origin).host !== host) {
    return `Requests from ${origin} are not let in.`;
  }
  if (origin && !URL.canParse(origin)) return "Requests of an unknown origin are not let in.";
  const type = request.headers.get("content-type");
  if (request.method === "POST" && !type?.startsWith("application/json")) {
    return "The body must be JSON: send content-type application/json.";
  }
  return null;
}
