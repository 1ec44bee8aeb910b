import { parseDcgm } from "@/domain/gpu/parse-dcgm";
import type { GpuSource } from "./gpu-source";

const TIMEOUT_MS = 5000;

/** Reads GPUs from the `/metrics` of a DCGM exporter, which tells of no processes. */
export function dcgmSource(url: string): GpuSource {
  const address = new URL(url);
  if (address.pathname === "/") address.pathname = "/metrics";
  // In the address itself fetch refuses them, and says them aloud in its error.
  const login = [address.username, address.password].map(decodeURIComponent).join(":");
  address.username = address.password = "";
  const headers =
    login === ":" ? {} : { authorization: `Basic ${Buffer.from(login).toString("base64")}` };
  return {
    read: async () => {
      try {
        const response = await fetch(address, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
        if (!response.ok) throw new Error(`it answered with status ${response.status}`);
        return parseDcgm(await response.text());
      } catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`The DCGM exporter of COSMOS_DCGM_URL cannot be read: ${why}`, { cause });
      }
    },
  };
}
