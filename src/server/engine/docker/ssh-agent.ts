import { Agent, type AgentOptions, type ClientRequest } from "node:http";
import type { Duplex } from "node:stream";
import { sshArguments } from "./ssh-arguments";
import { SshSocket } from "./ssh-socket";

/** An idle connection is kept so long for the next request. */
const IDLE_MS = 60_000;

/**
 * Connections to an engine behind ssh, as Docker's own client makes them: each is an `ssh` program that
 * runs `docker system dial-stdio` there. Keys, hosts and jumps are those of the user's ssh. Connections
 * are used again.
 */
export class SshAgent extends Agent {
  readonly #arguments: string[];

  /** @throws Error when the address has what ssh cannot be told */
  constructor(url: URL, options: AgentOptions = {}) {
    super({ keepAlive: true, maxFreeSockets: 4, ...options });
    this.#arguments = sshArguments(url);
  }

  override createConnection(): Duplex {
    return new SshSocket("ssh", this.#arguments);
  }

  override keepSocketAlive(socket: Duplex): boolean {
    const kept = socket as SshSocket;
    kept.setTimeout(IDLE_MS);
    kept.unref();
    return true;
  }

  override reuseSocket(socket: Duplex, request: ClientRequest): void {
    (socket as SshSocket).setTimeout(0);
    super.reuseSocket(socket, request);
  }
}
