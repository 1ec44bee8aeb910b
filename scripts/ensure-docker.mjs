import { existsSync, rmSync, writeFileSync } from "node:fs";
import { findProgram } from "./find-program.mjs";
import { runCommand } from "./run-command.mjs";

/** Programs that the Docker tests need, and the Debian packages that have them. */
const needed = {
  dockerd: "docker.io",
  docker: "docker-cli|docker.io",
  busybox: "busybox-static",
  sshd: "openssh-server",
  ssh: "openssh-client",
};
const policy = "/usr/sbin/policy-rc.d";

/**
 * Installs a Docker engine where that is possible without asking: on Debian, as root. Its service is
 * not started: the tests start engines of their own.
 */
export async function ensureDocker() {
  const missing = Object.keys(needed).filter((program) => !findProgram(program));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    if (missing.includes("dockerd"))
      console.log("No Docker engine was found, so the Docker tests will be skipped.");
    return;
  }
  console.log(`Installing ${missing.join(", ")} for the Docker tests …`);
  try {
    await withoutServices(() => install(missing));
  } catch (error) {
    console.log(`${error.message} Docker tests that need it will be skipped.`);
  }
}

async function install(missing) {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  await runCommand("apt-get", ["update", "-q"], options);
  for (const program of missing) await installFirst(needed[program].split("|"), options);
}

/** The command line of Docker has a package of its own in later releases of Debian. */
async function installFirst([name, ...others], options) {
  try {
    await runCommand(
      "apt-get",
      ["-q", "install", "-y", "--no-install-recommends", name],
      others.length > 0 ? { ...options, stdio: "ignore" } : options,
    );
  } catch (error) {
    if (others.length === 0) throw error;
    await installFirst(others, options);
  }
}

/** Debian asks this file whether the services of a new package may start. */
async function withoutServices(work) {
  const ours = !existsSync(policy);
  if (ours) writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    await work();
  } finally {
    if (ours) rmSync(policy, { force: true });
  }
}
