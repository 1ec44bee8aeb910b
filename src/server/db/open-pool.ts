import type { Sql } from "postgres";
import type { DatabaseConnection } from "./database-connection";
import { openClient } from "./open-client";

// Longer than statement_timeout, so that a healthy connection's statement can end by itself.
const farewellSeconds = 16;

/**
 * A pool that survives the loss of connections: the client that lost one is replaced for the next
 * query, and ended once its healthy connections are done.
 * @param configure called with each new client before its first query
 */
export function openPool(to: DatabaseConnection, configure: (client: Sql) => void): Sql {
  let current: Sql | undefined;
  let closed: Promise<unknown> | undefined;
  const leaving = new Set<Sql>();

  const leave = (client: Sql) => {
    if (current !== client || closed) return;
    current = undefined;
    leaving.add(client);
    const end = () => client.end({ timeout: farewellSeconds }).then(() => leaving.delete(client));
    setTimeout(() => void end().catch(() => undefined), 1000).unref();
  };
  const open = (): Sql => {
    const client: Sql = openClient(to, {
      max: 10,
      fetchTypes: true,
      settings: { plan_cache_mode: "force_custom_plan", statement_timeout: 15_000 },
      onLost: () => leave(client),
    });
    configure(client);
    return client;
  };
  const take = () => {
    current ??= open();
    return current;
  };
  const end: Sql["end"] = async (options) => {
    closed ??= Promise.all([take(), ...leaving].map((client) => client.end(options)));
    await closed;
  };
  return new Proxy((() => undefined) as unknown as Sql, {
    apply: (_target, _self, args) => Reflect.apply(take(), undefined, args),
    get: (_target, key) => (key === "end" ? end : Reflect.get(take(), key)),
  });
}
