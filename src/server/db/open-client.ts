import postgres from "postgres";
import { arrayTypes } from "./array-types";
import type { DatabaseConnection } from "./database-connection";
import { dial } from "./dial";
import { connectionLost, SteadySocket } from "./steady-socket";

export interface ClientOptions {
  /** Most connections at a time. */
  max: number;
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
  let ended = false;
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
    fetch_types: false,
    types: arrayTypes,
    connect_timeout: 10,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    onnotify: client.onNotify,
    connection: { application_name: "cosmos", ...to.settings, ...client.settings },
    socket: async () => {
      connections += 1;
      const opened = await dial(to).catch((error: Error) => error);
      if (ended && !(opened instanceof Error)) opened.destroy();
      return new SteadySocket(ended ? connectionLost() : opened, lose);
    },
  };
  const sql = postgres(options as unknown as postgres.Options<Record<string, never>>);
  const end = sql.end;
  // Ending does not wait for connections that are just being made.
  sql.end = (timeout) =>
    end(timeout).finally(() => {
      ended = true;
    });
  return sql;
}
