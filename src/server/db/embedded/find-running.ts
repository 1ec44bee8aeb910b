import { connect } from "node:net";
import { join } from "node:path";
import { sslRequest } from "../dial";
import { clusterUser } from "./init-cluster";
import { readPostmaster } from "./read-postmaster";

/** How to reach the built-in Postgres. */
export interface EmbeddedServer {
  /** Folder of its socket. */
  host: string;
  port: number;
  user: string;
  database: string;
  /** Of the postmaster, whoever started it. */
  pid: number;
}

/** The server that answers on this cluster now, if any; about 1 ms. */
export async function findRunning(
  clusterDir: string,
  socketDir: string,
): Promise<EmbeddedServer | undefined> {
  const postmaster = readPostmaster(clusterDir);
  if (!postmaster?.ready || !["postmaster", "unknown"].includes(postmaster.process))
    return undefined;
  if (!(await answers(join(socketDir, ".s.PGSQL.5432")))) return undefined;
  const { pid } = postmaster;
  return { host: socketDir, port: 5432, user: clusterUser, database: "cosmos", pid };
}

// To be connected proves nothing: the system also connects to a server that is just dying.
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.write(sslRequest));
    const settle = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.setTimeout(5000, () => settle(false));
    socket.on("data", () => settle(true));
    socket.on("error", () => settle(false));
    socket.on("close", () => settle(false));
  });
}
