import Dockerode from "dockerode";

/** Connects to an engine by its address, as Docker's own client reads it. Asks nothing yet. */
export function connectDocker(address: string): Dockerode {
  const url = new URL(address);
  if (url.protocol === "unix:") return new Dockerode({ socketPath: url.pathname });
  throw new Error(`${address} is no address of a Docker engine.`);
}
