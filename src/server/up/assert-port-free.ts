import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/server/errors";

const LOOK_EVERY_MS = 100;

/**
 * Throws a sentence that names the setting when nothing could listen on `host:port`, after having
 * waited up to `waitMs` for another program to leave it.
 */
export async function assertPortFree(host: string, port: number, waitMs = 0): Promise<void> {
  const until = Date.now() + waitMs;
  let error = await tryToListen(host, port);
  while (error?.code === "EADDRINUSE" && Date.now() < until) {
    await sleep(LOOK_EVERY_MS);
    error = await tryToListen(host, port);
  }
  if (error) throw new AppError("unavailable", explain(error, host, port));
}

async function tryToListen(host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  const server = createServer();
  const error = await new Promise<NodeJS.ErrnoException | null>((done) => {
    server.once("error", done);
    server.listen(port, host, () => done(null));
  });
  if (!error) await new Promise((closed) => server.close(closed));
  return error;
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} on ${host} is taken. Stop what listens there, or set PORT to a free one.`;
  }
  if (error.code === "EACCES") {
    return `Port ${port} needs more rights than this account has. Set PORT to one above 1023.`;
  }
  return `Can't listen on COSMOS_HOST=${host}, PORT=${port}: ${error.message}.`;
}
