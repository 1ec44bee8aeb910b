import { getDatabase } from "../db/get-database";
import { startListener } from "../db/listener";
import { ChangeFeed, parseNotification } from "./change-feed";

// Next evaluates a module several times in one process; there must be one listener.
const shared = globalThis as { cosmosChangeFeed?: Promise<ChangeFeed> | undefined };

/** The feed of this process: one connection listens to the database for everyone. */
export function getChangeFeed(): Promise<ChangeFeed> {
  shared.cosmosChangeFeed ??= startFeed().catch((error) => {
    shared.cosmosChangeFeed = undefined;
    throw error;
  });
  return shared.cosmosChangeFeed;
}

async function startFeed(): Promise<ChangeFeed> {
  const { connection } = await getDatabase();
  const feed = new ChangeFeed();
  startListener({
    connection,
    channels: ["cosmos_run", "cosmos_activity"],
    signal: new AbortController().signal,
    onConnect: () => feed.emit({ kind: "resync" }),
    onNotify: (channel, payload) => {
      const change = parseNotification(channel, payload);
      if (change) feed.emit(change);
    },
  });
  return feed;
}
