import type { Command } from "commander";
import { type CosmosClient, createCosmosClient } from "@/client/create-cosmos-client";
import { type ServerAddress, serverAddress } from "./server-address";

export interface Session {
  client: CosmosClient;
  server: ServerAddress;
  /** Print records as JSON, and nothing else, on stdout. */
  json: boolean;
}

/** What a command works with: the client of the server and the options given everywhere. */
export function openSession(command: Command): Session {
  const server = serverAddress();
  return {
    client: createCosmosClient({ ...server, actor: "cli" }),
    server,
    json: command.optsWithGlobals().json === true,
  };
}
