import { isIPv6 } from "node:net";

const ANY_ADDRESS: Record<string, string> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/** How this machine reaches a server that listens on `host:port`. */
export function webAddress(host: string, port: number): string {
  const name = ANY_ADDRESS[host] ?? host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}
