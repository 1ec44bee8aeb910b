// Holds the leadership of a key until it is killed.
import { parseDatabaseUrl } from "@/server/db/database-connection";
import { acquireLeadership } from "@/server/db/leadership";

const [url = "", key = ""] = process.argv.slice(2);
await acquireLeadership({
  connection: parseDatabaseUrl(url),
  key,
  signal: new AbortController().signal,
  onLost: () => process.exit(3),
});
process.stdout.write("leading\n");
setInterval(() => undefined, 1000);
