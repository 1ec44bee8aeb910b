import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { EventSource as FetchEventSource } from "eventsource";
import type { AppRouter } from "@/server/api/root";
import { type ClientIdentity, clientHeaders } from "./client-headers";

export interface CosmosClientOptions extends ClientIdentity {
  /** Address of the server; `http://127.0.0.1:3000` when left out. */
  url?: string | undefined;
}

export type CosmosClient = ReturnType<typeof createCosmosClient>;

/**
 * A typed client of every procedure: `client.runs.list.query({ limit: 10 })`,
 * `client.runs.log.subscribe({ id }, { onData })`. Works in Node and in browsers.
 * Calls reject with a `TRPCClientError`; its `data.app_code` names an expected refusal.
 */
export function createCosmosClient(options: CosmosClientOptions = {}) {
  const url = apiUrl(options.url ?? "http://127.0.0.1:3000");
  const headers = clientHeaders(options);
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: subscriptionLink(url, options),
        false: httpLink({ url, headers }),
      }),
    ],
  });
}

function apiUrl(server: string): string {
  return new URL("api/trpc", server.endsWith("/") ? server : `${server}/`).href;
}

// The browser's own EventSource sends no headers, so a token needs the one built on fetch.
function subscriptionLink(url: string, identity: ClientIdentity) {
  if (typeof EventSource !== "undefined" && !identity.token) {
    return httpSubscriptionLink<AppRouter, typeof EventSource>({ url });
  }
  const headers = clientHeaders(identity);
  return httpSubscriptionLink<AppRouter, typeof FetchEventSource>({
    url,
    EventSource: FetchEventSource,
    eventSourceOptions: {
      fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, ...headers } }),
    },
  });
}
