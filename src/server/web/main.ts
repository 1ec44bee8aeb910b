import type { AddressInfo } from "node:net";
import next from "next";
import { getEnv } from "@/env";
import { createLogger } from "@/server/logger";
import { onSupervisorGone, tellSupervisorReady } from "@/server/supervisor";
import { createWebServer } from "./create-web-server";

const EXIT_DEADLINE_MS = 800;

const env = getEnv();
const log = createLogger("web");
const dev = process.argv.includes("--dev");

const server = createWebServer({
  dataDir: env.dataDir,
  host: env.COSMOS_HOST,
  dev,
  handlePage: (request, response) => handle(request, response),
});
const app = next({
  dev,
  dir: env.root,
  hostname: env.COSMOS_HOST,
  port: env.PORT,
  httpServer: server,
});
const handle = app.getRequestHandler();

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
onSupervisorGone(stop);

await app.prepare();
server.on("error", (error) => {
  log.error("the web server could not listen", { error });
  process.exit(1);
});
server.listen(env.PORT, env.COSMOS_HOST, () => {
  const { port } = server.address() as AddressInfo;
  tellSupervisorReady({ port });
});

/** Open event streams never end by themselves, so connections are cut instead of waited for. */
function stop(): void {
  setTimeout(() => process.exit(0), EXIT_DEADLINE_MS).unref();
  server.close();
  server.closeAllConnections();
  void app.close().finally(() => process.exit(0));
}
