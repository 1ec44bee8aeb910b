import type { Env } from "@/env";

export interface DockerHost {
  /** The engine's name in rows and on pages. */
  name: string;
  /** Such as `unix:///var/run/docker.sock`, `tcp://gpu2:2376` or `ssh://root@gpu1`. */
  address: string;
}

const DEFAULT_ADDRESS = "unix:///var/run/docker.sock";

/**
 * The hosts of the pool: DOCKER_HOSTS (`name=address`, separated by commas), else the one of
 * DOCKER_HOST, named `docker`.
 * @throws Error when a name or an address is given twice
 */
export function listDockerHosts(env: Pick<Env, "DOCKER_HOST" | "DOCKER_HOSTS">): DockerHost[] {
  if (!env.DOCKER_HOSTS) return [{ name: "docker", address: env.DOCKER_HOST ?? DEFAULT_ADDRESS }];
  const hosts = env.DOCKER_HOSTS.split(",").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), address: pair.slice(at + 1) };
  });
  for (const key of ["name", "address"] as const) {
    const values = hosts.map((host) => host[key]);
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice) throw new Error(`DOCKER_HOSTS: ${twice} is given twice.`);
  }
  return hosts;
}
