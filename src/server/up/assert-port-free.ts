import { createServer } from "node:net";
import { AppError } from "@/server/errors";

/** Throws a sentence that names the setting when nothing could listen on `host:port`. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const server = createServer();
  const error = await new Promise<NodeJS.ErrnoException | null>((done) => {
    server.once("error", done);
    server.listen(port, host, () => done(null));
  });
  if (error) throw new AppError("unavailable", explain(error, host, port));
  await new Promise((closed) => server.close(closed));
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
