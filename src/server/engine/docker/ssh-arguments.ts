/** Never asks anything; notices a dead line after 45 s. */
const OPTIONS = [
  "BatchMode=yes",
  "ConnectTimeout=10",
  "ServerAliveInterval=15",
  "ServerAliveCountMax=3",
].flatMap((option) => ["-o", option]);

/**
 * The arguments of `ssh` for an address `ssh://user@host:port`, which may name the engine's socket on
 * that host as its path.
 * @throws Error when the address has what ssh cannot be told
 */
export function sshArguments(url: URL): string[] {
  const [host, user] = [url.hostname.replace(/^\[|\]$/g, ""), decodeURIComponent(url.username)];
  if (!host) throw new Error(`${url.href} names no host.`);
  if (url.password) {
    throw new Error(`${url.host}: an address with ssh has no password; let a key log in.`);
  }
  const socket = decodeURIComponent(url.pathname).replace(/\/$/, "");
  // The shell there reads it.
  if (!/^[\w./-]*$/.test(socket)) throw new Error(`${socket} is no path of a Docker socket.`);
  return [
    ...OPTIONS,
    "-T",
    ...(user ? ["-l", user] : []),
    ...(url.port ? ["-p", url.port] : []),
    "--",
    host,
    ...["docker", ...(socket ? ["--host", `unix://${socket}`] : []), "system", "dial-stdio"],
  ];
}
