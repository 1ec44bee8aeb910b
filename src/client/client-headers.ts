export interface ClientIdentity {
  /** Sent as a bearer token, for servers that ask for one. */
  token?: string | undefined;
  /** What the run's timeline calls the caller; `api` when left out. */
  actor?: "api" | "cli" | undefined;
}

/** Headers that every request of a client carries. */
export function clientHeaders(identity: ClientIdentity): Record<string, string> {
  return {
    "x-cosmos-actor": identity.actor ?? "api",
    ...(identity.token && { authorization: `Bearer ${identity.token}` }),
  };
}
