import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  createReadStream,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { findProgram } from "../../scripts/find-program.mjs";
import { dockerRequest } from "./docker-request";
import { removeDockerd, removeLeftovers, removeWhenWeAreKilled } from "./remove-dockerd";
import { waitFor } from "./wait-for";

/** Short, because the path of a socket may have no more than 107 characters. */
const parent = "/tmp";
const prefix = "cosmos-dockerd-";
const overlayFilesystem = 0x794c7630;
const patience = 60_000;

export interface TestDockerd {
  /** Absolute path of its Unix socket. */
  socket: string;
  /** For DOCKER_HOST. */
  host: string;
  /** SIGKILL for the daemon and its containerd. With live-restore, containers go on. */
  kill(): Promise<void>;
  /** Starts the daemon again after `kill`, on what it left. */
  start(): Promise<void>;
  /** Ends daemon and containers and removes every trace of them. */
  stop(): Promise<void>;
  /** Loads an archive of `docker save`, by its path or as a stream. */
  load(archive: string | Readable): Promise<void>;
}

/**
 * A Docker engine of its own, with containers without network, beside any that the machine has.
 * Needs Linux, root and dockerd. When this process is killed, everything is removed as well.
 */
export async function startDockerd({ liveRestore = true } = {}): Promise<TestDockerd> {
  removeLeftovers(parent, prefix);
  const folder = mkdtempSync(join(parent, prefix));
  removeWhenWeAreKilled(folder);
  const socket = join(folder, "docker.sock");
  let daemon: ChildProcess | undefined;

  const dockerd: TestDockerd = {
    socket,
    host: `unix://${socket}`,
    start: async () => {
      // Started soon after its death, the daemon may wait in vain for its new containerd, once.
      daemon = await launch(folder, liveRestore).catch(() => launch(folder, liveRestore));
    },
    kill: async () => {
      const containerd = readPid(join(folder, "x/containerd/containerd.pid"));
      await Promise.all([endProcess(daemon), containerd && endOther(containerd)]);
    },
    stop: async () => {
      await dockerd.kill();
      await removeDockerd(folder);
    },
    load: async (archive) => {
      const body = typeof archive === "string" ? createReadStream(archive) : archive;
      const { status, text } = await dockerRequest(socket, {
        method: "POST",
        path: "/images/load?quiet=1",
        body,
      });
      if (status !== 200 || text.includes('"errorDetail"'))
        throw new Error(`The image could not be loaded: ${text}`);
    },
  };
  try {
    await dockerd.start();
  } catch (error) {
    await dockerd.stop();
    throw error;
  }
  return dockerd;
}

/** Resolves when the daemon answers. Throws the end of its log when it ends instead. */
async function launch(folder: string, liveRestore: boolean): Promise<ChildProcess> {
  const program = findProgram("dockerd");
  if (!program) throw new Error("No dockerd was found.");
  for (const file of ["docker.pid", "docker.sock", "x/containerd/containerd.pid"])
    rmSync(join(folder, file), { force: true });
  const logFile = join(folder, "dockerd.log");
  const log = openSync(logFile, "w");
  const child = spawn(program, flagsFor(folder, liveRestore), {
    detached: true,
    stdio: ["ignore", log, log],
  });
  child.unref();
  let failure: Error | undefined;
  child.once("error", (error) => (failure = error));
  const answers = async () => {
    if (failure || child.exitCode !== null || child.signalCode !== null)
      throw new Error(`dockerd ended: ${failure ?? readFileSync(logFile, "utf8").slice(-2000)}`);
    const ping = dockerRequest(join(folder, "docker.sock"), { path: "/_ping" });
    return ping.then(({ status }) => status === 200).catch(() => false);
  };
  try {
    await waitFor(answers, "an answer of dockerd", patience);
  } catch (error) {
    await endProcess(child);
    throw error;
  }
  return child;
}

function flagsFor(folder: string, liveRestore: boolean): string[] {
  const config = join(folder, "daemon.json");
  writeFileSync(config, JSON.stringify({ "live-restore": liveRestore }));
  // On the file system of a container the usual driver can't work.
  const driver = statfsSync(folder).type === overlayFilesystem ? "vfs" : "overlay2";
  const name = basename(folder);
  return [
    `--config-file=${config}`,
    `--host=unix://${join(folder, "docker.sock")}`,
    `--data-root=${join(folder, "d")}`,
    `--exec-root=${join(folder, "x")}`,
    `--pidfile=${join(folder, "docker.pid")}`,
    `--containerd-namespace=${name}`,
    `--containerd-plugins-namespace=${name}-plugins`,
    `--cgroup-parent=/${name}`,
    "--exec-opt=native.cgroupdriver=cgroupfs",
    `--storage-driver=${driver}`,
    "--group=root",
    "--bridge=none",
    "--iptables=false",
    "--ip6tables=false",
    "--ip-forward=false",
    "--userland-proxy=false",
    "--log-level=warn",
  ];
}

async function endProcess(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Kills a process that isn't our child and waits until it is gone. */
async function endOther(pid: number): Promise<void> {
  const signal = (name: "SIGKILL" | 0) => {
    try {
      return process.kill(pid, name);
    } catch {
      return false;
    }
  };
  signal("SIGKILL");
  await waitFor(() => !signal(0), `the end of process ${pid}`, patience);
}

function readPid(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}
