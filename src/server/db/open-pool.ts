import type { Sql } from "postgres";
import type { DatabaseConnection } from "./database-connection";
import { openClient } from "./open-client";

// Longer than statement_timeout, so that what runs on healthy connections can end by itself.
const farewellMs = 16_000;

/**
 * A pool that survives the loss of connections: the client that lost one is replaced for the next
 * query, and ended once its healthy connections are done.
 * @param configure called with each new client before its first query
 */
export function openPool(to: DatabaseConnection, configure: (client: Sql) => void): Sql {
  let current: Sql | undefined;
  let closed: Promise<unknown> | undefined;
  const leaving = new Set<Sql>();

  const end = async (client: Sql, timeout: number) => {
    await client.end({ timeout }).catch(() => undefined);
    leaving.delete(client);
  };
  const leave = (client: Sql, left: number) => {
    if (client === current && !closed) {
      current = undefined;
      leaving.add(client);
      setTimeout(() => void end(client, 0), farewellMs).unref();
    }
    if (left === 0 && leaving.has(client)) void end(client, 0);
  };
  const open = (): Sql => {
    const client: Sql = openClient(to, {
      max: 10,
      settings: { plan_cache_mode: "force_custom_plan", statement_timeout: 15_000 },
      onLost: (left) => leave(client, left),
    });
    configure(client);
    return client;
  };
  const take = () => {
    current ??= open();
    return current;
  };
  const close: Sql["end"] = async (options) => {
    closed ??= Promise.all([take(), ...leaving].map((client) => client.end(options)));
    await closed;
  };
  return new Proxy((() => undefined) as unknown as Sql, {
    apply: (_target, _self, args) => Reflect.apply(take(), undefined, args),
    get: (_target, key) => (key === "end" ? close : Reflect.get(take(), key)),
  });
}
