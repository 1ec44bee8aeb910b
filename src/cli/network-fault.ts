const faults: Record<string, string> = {
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection lost",
  EPIPE: "connection lost",
  UND_ERR_SOCKET: "connection lost",
  ENOTFOUND: "unknown host",
  EAI_AGAIN: "unknown host",
  EHOSTUNREACH: "host unreachable",
  ENETUNREACH: "network unreachable",
  ETIMEDOUT: "timed out",
  UND_ERR_CONNECT_TIMEOUT: "timed out",
  UND_ERR_HEADERS_TIMEOUT: "timed out",
};

/** Why a request got no answer, in two words; null when it was not the network's fault. */
export function networkFault(error: unknown): string | null {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 6; depth++) {
    const code = "code" in cause ? String(cause.code) : "";
    const fault = faults[code];
    if (fault) return fault;
    if (cause instanceof AggregateError && cause.errors.length > 0) cause = cause.errors[0];
    else if (cause.cause instanceof Error) cause = cause.cause;
    else return cause.message === "fetch failed" || code.startsWith("UND_ERR") ? "no answer" : null;
  }
  return null;
}
