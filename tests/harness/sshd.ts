import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { findProgram } from "../../scripts/find-program.mjs";
import { freePort } from "./free-port";
import { waitFor } from "./wait-for";

export interface TestSshd {
  /** As in `ssh://user@127.0.0.1:port`. */
  address: string;
  /** A PATH whose `ssh` knows the server and has its key. */
  path: string;
  /** How often that `ssh` was run. */
  calls(): number;
  /** Ends the server and every connection. */
  stop(): void;
}

/** What a server needs that is missing here; undefined when nothing is. */
export function whatSshLacks(): string | undefined {
  const missing = ["sshd", "ssh", "ssh-keygen", "docker"].filter((name) => !findProgram(name));
  return missing.length > 0 ? `no ${missing.join(", ")} was found` : undefined;
}

/** An ssh server on this machine with keys of its own, as which the current user logs in. */
export async function startSshd(): Promise<TestSshd> {
  const folder = mkdtempSync(join(tmpdir(), "cosmos-sshd-"));
  const at = (name: string) => join(folder, name);
  for (const key of ["host", "user"]) {
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", at(key)]);
  }
  const port = await freePort();
  const name = userInfo().username;
  writeFileSync(at("authorized"), readFileSync(at("user.pub")));
  writeFileSync(at("known"), `[127.0.0.1]:${port} ${readFileSync(at("host.pub"), "utf8")}`);
  const docker = findProgram("docker") ?? "";
  writeFileSync(
    at("sshd_config"),
    [
      `Port ${port}`,
      "ListenAddress 127.0.0.1",
      `HostKey ${at("host")}`,
      `AuthorizedKeysFile ${at("authorized")}`,
      "PidFile none",
      "PermitRootLogin yes",
      "StrictModes no",
      "UsePAM no",
      "PasswordAuthentication no",
      `SetEnv PATH=${docker.replace(/\/docker$/, "")}:/usr/bin:/bin`,
      "",
    ].join("\n"),
  );
  mkdirSync(at("bin"));
  const options = `-F none -i '${at("user")}' -o UserKnownHostsFile='${at("known")}'`;
  writeFileSync(
    at("bin/ssh"),
    `#!/bin/sh\necho >>'${at("calls")}'\nexec '${findProgram("ssh")}' ${options} "$@"\n`,
  );
  chmodSync(at("bin/ssh"), 0o755);
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true });
  const server = spawn(findProgram("sshd") ?? "sshd", ["-D", "-e", "-f", at("sshd_config")], {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  let said = "";
  server.stderr.on("data", (bytes: Buffer) => (said += bytes.toString()));
  await waitFor(() => answers(server, port), "an answer of sshd").catch((error: Error) => {
    throw new Error(`${error.message} ${said}`);
  });
  return {
    address: `ssh://${name}@127.0.0.1:${port}`,
    path: `${at("bin")}${delimiter}${process.env.PATH}`,
    calls: () => readFileSync(at("calls"), "utf8").length,
    stop: () => {
      server.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answers(server: ChildProcess, port: number): Promise<boolean> {
  if (server.exitCode !== null) throw new Error("sshd ended.");
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("data", () => resolve(true)).once("error", () => resolve(false));
    socket.once("close", () => resolve(false)).once("data", () => socket.destroy());
  });
}
