import { connect } from "node:net";
import { join } from "node:path";
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

/** The server that accepts connections on this cluster now, if any; about 1 ms. */
export async function findRunning(
  clusterDir: string,
  socketDir: string,
): Promise<EmbeddedServer | undefined> {
  const postmaster = readPostmaster(clusterDir);
  if (!postmaster?.ready || !["postmaster", "unknown"].includes(postmaster.process))
    return undefined;
  if (!(await accepts(join(socketDir, ".s.PGSQL.5432")))) return undefined;
  const { pid } = postmaster;
  return { host: socketDir, port: 5432, user: clusterUser, database: "cosmos", pid };
}

function accepts(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
