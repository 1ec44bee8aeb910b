import http from "node:http";
import https from "node:https";
import Dockerode from "dockerode";
import { failCutAnswers } from "./fail-cut-answers";
import { hideFromInspect } from "./hide-from-inspect";
import { certificatesFor, type TlsSettings } from "./read-certificates";
import { SshAgent } from "./ssh-agent";

/** What a kind of address means for the library that speaks to the engine. */
type Connect = (url: URL, tls: TlsSettings) => Dockerode.DockerOptions & { agent: object };

const connectTcp: Connect = (url, tls) => {
  const certificates = certificatesFor(url, tls);
  const Agent = certificates ? https.Agent : http.Agent;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port || (certificates ? 2376 : 2375),
    protocol: certificates ? "https" : "http",
    ...certificates,
    agent: new Agent({ keepAlive: true, keepAliveMsecs: 15_000 }),
  };
};

const connections: Readonly<Record<string, Connect>> = {
  "unix:": (url) => ({
    socketPath: decodeURIComponent(url.pathname),
    agent: new http.Agent({ keepAlive: true }),
  }),
  "tcp:": connectTcp,
  "http:": connectTcp,
  "https:": connectTcp,
  "ssh:": (url) => ({ host: "docker", port: 80, agent: new SshAgent(url) }),
};

/** Whatever an option leaves open, the library would take from the environment's own DOCKER_HOST. */
const nothing = {
  host: undefined,
  port: undefined,
  protocol: "http",
  socketPath: undefined,
  ca: undefined,
  cert: undefined,
  key: undefined,
  timeout: undefined,
  pathPrefix: "/",
} as const;

/**
 * Connects to an engine by its address, as Docker's own client reads it: `unix:///path`,
 * `tcp://host:port`, with TLS where `tls` asks for it, or `ssh://user@host:port`. Asks nothing yet.
 * @throws Error when the address is none or a certificate cannot be read
 */
export function connectDocker(address: string, tls: TlsSettings = {}): Dockerode {
  const url = URL.canParse(address) ? new URL(address) : null;
  const connect = url && connections[url.protocol];
  if (!url || !connect) throw new Error(`${address} is no address of a Docker engine.`);
  const { agent, ...place } = connect(url, tls);
  const quiet = hideFromInspect(agent);
  const docker = new Dockerode({ ...nothing, ...place, agent: quiet } as Dockerode.DockerOptions);
  failCutAnswers(docker);
  return docker;
}
