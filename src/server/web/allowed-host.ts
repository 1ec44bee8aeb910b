import { isIP } from "node:net";

/**
 * Whether a `Host` header may be answered. A foreign name that resolves to this machine is how
 * another site's page would read ours (DNS rebinding); an address can't be rebound.
 */
export function isAllowedHost(header: string | undefined, boundHost: string): boolean {
  const name = hostName(header);
  if (name === undefined) return false;
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === boundHost.toLowerCase() ||
    isIP(name) !== 0
  );
}

/** Whether a request that may change something comes from our own pages or from a program. */
export function isAllowedOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

function hostName(header: string | undefined): string | undefined {
  const match = /^(?:\[([\da-f:.]+)\]|([^:[\]/@]+))(?::\d*)?$/i.exec(header ?? "");
  return (match?.[1] ?? match?.[2])?.toLowerCase();
}
