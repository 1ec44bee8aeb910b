import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";
import type { HostConfig } from "dockerode";
import { commandEngine, commandUnless, readEngine } from "./ask-engine";
import { label } from "./container-labels";

export interface Helper {
  /** Id or reference of an image that has the program. */
  image: string;
  command: readonly string[];
  host?: HostConfig;
  /** Longest time it may take, in ms. */
  timeoutMs: number;
}

const OUTPUT_MAX = 1 << 20;
const thisProcess = randomUUID();

/**
 * Runs a short program on the engine's host in a container of its own, which is removed afterwards, and
 * returns what it wrote to stdout.
 * @throws Error when it exits with another code than 0 or takes too long
 */
export async function runHelper(
  docker: Dockerode,
  instance: string,
  helper: Helper,
): Promise<string> {
  const [program = "", ...args] = helper.command;
  const container = await commandEngine(
    docker.createContainer({
      Image: helper.image,
      Entrypoint: [program],
      Cmd: args,
      User: "0:0",
      Labels: { [label.helper]: instance, [label.helperOf]: thisProcess },
      HostConfig: {
        NetworkMode: "none",
        LogConfig: { Type: "json-file", Config: { "max-size": "10m", "max-file": "1" } },
        ...helper.host,
      },
    }),
  );
  try {
    await commandEngine(container.start());
    const code = await exitOf(container, helper.timeoutMs);
    const logs = await commandEngine(container.logs({ stdout: true, stderr: true }));
    const { out, err } = splitStreams(logs);
    if (code === 0) return out;
    throw new Error(`${program} ended with exit code ${code}: ${(err || out).trim().slice(-500)}`);
  } finally {
    await commandUnless([404, 409], container.remove({ force: true, v: true }));
  }
}

/** Removes the helpers of this instance that other processes left: workers that were killed. */
export async function sweepHelpers(docker: Dockerode, instance: string): Promise<void> {
  const filters = { label: [`${label.helper}=${instance}`] };
  const found = (await readEngine(docker.listContainers({ all: true, filters }))) ?? [];
  for (const { Id } of found.filter((each) => each.Labels[label.helperOf] !== thisProcess)) {
    await commandUnless([404, 409], docker.getContainer(Id).remove({ force: true, v: true }));
  }
}

async function exitOf(container: Dockerode.Container, timeoutMs: number): Promise<number> {
  const deadline = Date.now() + timeoutMs;
  for (let pauseMs = 10; ; pauseMs = Math.min(pauseMs * 1.5, 200)) {
    const info = await readEngine(container.inspect());
    if (!info) throw new Error("A helper container was removed while it ran.");
    if (!info.State.Running) return info.State.ExitCode;
    if (Date.now() > deadline) throw new Error(`It took longer than ${timeoutMs / 1000} s.`);
    await sleep(pauseMs);
  }
}

/** Docker's frames: one byte for the stream, three unused, four for the length (Engine API, attach). */
function splitStreams(logs: Buffer) {
  const parts = { out: "", err: "" };
  for (let at = 0; at + 8 <= logs.length; ) {
    const length = logs.readUInt32BE(at + 4);
    const text = logs.subarray(at + 8, at + 8 + Math.min(length, OUTPUT_MAX)).toString("utf8");
    if (logs[at] === 2) parts.err += text;
    else parts.out += text;
    at += 8 + length;
  }
  return parts;
}
