import { getEnv } from "@/env";
import { usageError } from "./cli-error";

export interface ServerAddress {
  url: string;
  token: string | undefined;
}

/** Where the server is: `COSMOS_URL`, else this machine's `PORT`. @throws CliError on wrong settings */
export function serverAddress(): ServerAddress {
  const env = readEnv();
  const url = env.COSMOS_URL ?? `http://127.0.0.1:${env.PORT}`;
  return { url: url.replace(/\/+$/, ""), token: env.COSMOS_TOKEN };
}

function readEnv() {
  try {
    return getEnv();
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error));
  }
}
