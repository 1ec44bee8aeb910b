import type { TestProject } from "vitest/node";
import { findProgram } from "../../scripts/find-program.mjs";
import { dockerRequest } from "./docker-request";
import { startDockerd, type TestDockerd } from "./dockerd";
import { loadTestImage, testImage } from "./test-image";

declare module "vitest" {
  interface ProvidedContext {
    /** The engine that all files of the project `docker` share, or why there is none. */
    docker: { socket: string; host: string } | { missing: string };
  }
}

/** One engine with the test image for all test files, proven by a container that ran. */
export default async function startDocker(project: TestProject) {
  const missing = whatIsMissing();
  if (missing) {
    project.provide("docker", { missing });
    return undefined;
  }
  let dockerd: TestDockerd | undefined;
  try {
    dockerd = await startDockerd();
    await loadTestImage(dockerd);
    await runOnce(dockerd.socket);
    const { socket, host } = dockerd;
    project.provide("docker", { socket, host });
  } catch (error) {
    console.error(error);
    project.provide("docker", { missing: "containers can't be run here" });
  }
  return dockerd?.stop;
}

function whatIsMissing(): string | undefined {
  if (process.platform !== "linux") return "this is not Linux";
  if (process.getuid?.() !== 0) return "only root can start dockerd";
  if (!findProgram("dockerd")) return "no dockerd was found";
  return undefined;
}

async function runOnce(socket: string): Promise<void> {
  const created = await dockerRequest(socket, {
    method: "POST",
    path: "/containers/create",
    body: { Image: testImage, Cmd: ["true"], HostConfig: { NetworkMode: "none", Init: true } },
  });
  const path = `/containers/${created.json<{ Id: string }>().Id}`;
  const started = await dockerRequest(socket, { method: "POST", path: `${path}/start` });
  if (started.status !== 204) throw new Error(`A container could not be started: ${started.text}`);
  await dockerRequest(socket, { method: "DELETE", path: `${path}?force=1` });
}
