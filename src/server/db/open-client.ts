import postgres from "postgres";
import type { DatabaseConnection } from "./database-connection";
import { dial } from "./dial";
import { SteadySocket } from "./steady-socket";

export interface ClientOptions {
  /** Most connections at a time. */
  max: number;
  /** Array types cost one query per connection; only a pool for general use needs them. */
  fetchTypes: boolean;
  /** Settings of each session. */
  settings: Record<string, string | number>;
  /**
   * A connection could not be made or was lost: this client must not be used any more.
   * @param left how many connections it still has
   */
  onLost: (left: number) => void;
  onNotify?: (channel: string, payload: string) => void;
}

/** A postgres.js client on steady sockets. Connects with the first query. */
export function openClient(to: DatabaseConnection, client: ClientOptions): postgres.Sql {
  let connections = 0;
  const lose = () => {
    connections -= 1;
    client.onLost(connections);
  };
  const options = {
    host: to.host,
    port: to.port,
    user: to.user,
    password: to.password ?? "",
    database: to.database,
    // The socket below is encrypted already where it has to be.
    ssl: false,
    max: client.max,
    fetch_types: client.fetchTypes,
    connect_timeout: 10,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    onnotify: client.onNotify,
    connection: { application_name: "cosmos", ...to.settings, ...client.settings },
    socket: async () => {
      connections += 1;
      try {
        return new SteadySocket(await dial(to), lose);
      } catch (error) {
        lose();
        throw error;
      }
    },
  };
  return postgres(options as postgres.Options<Record<string, never>>);
}
