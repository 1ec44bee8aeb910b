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
  const causes = causesOf(error);
  const known = causes.map((cause) => faults[codeOf(cause)]).find(Boolean);
  if (known) return known;
  const failed = causes.some(
    (cause) => cause.message === "fetch failed" || codeOf(cause).startsWith("UND_ERR"),
  );
  return failed ? (causes.at(-1)?.message ?? "no answer") : null;
}

function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 8; ) {
    causes.push(cause);
    // Where a name has several addresses, each has failed for a reason of its own.
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  }
  return causes;
}

const codeOf = (error: Error) => ("code" in error ? String(error.code) : "");
