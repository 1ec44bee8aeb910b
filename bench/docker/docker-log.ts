import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, openSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@/domain/new-id";
import { inheritEnv } from "@/env";
import { createDockerHost } from "@/server/engine/docker/create-docker-host";
import type { Engine } from "@/server/engine/engine";
import { readLog } from "@/server/logs/read-log";
import { waitFor } from "../../tests/harness/wait-for";
import type { TestDockerd } from "../../tests/harness/dockerd";
import type { Measure } from "../measure";
import { root } from "../root";
import { round, summarize } from "../statistics";
import { runDocker } from "./run-docker";
import { benchImage, withDockerd } from "./with-docker";

const LINES = 2_000_000;
const LINE = "x".repeat(99);
const BYTES = LINES * (LINE.length + 1);
const program = ["/bin/sh", "-c", `yes ${LINE} | head -n ${LINES}`];
const ROUNDS = 3;
const AIM_RATIO = 10;
const limitMs = 300_000;

/** A log of 200 MB: into the run's file, and from there to a subscriber. */
export const dockerLog: Measure = {
  name: "docker-log",
  title: "A log of 200 MB, against `docker logs -f > file`",
  run: () => withDockerd(measure),
};

async function measure({ host }: TestDockerd) {
  const folder = mkdtempSync(join(tmpdir(), "cosmos-bench-log-"));
  const instance = newId();
  const engine = createDockerHost({
    name: "docker",
    address: host,
    instance,
    dataDir: folder,
    entryDir: join(root, "assets/entry"),
    programsDir: join(root, "assets/programs"),
    limits: { memoryBytes: null, pids: 1000 },
  });
  const client: number[] = [];
  const ours: number[] = [];
  const live: number[] = [];
  try {
    for (let at = 0; at < ROUNDS; at++) {
      client.push(await followWithClient(host, join(folder, `client.${at}`)));
      const took = await followOurs(engine, { folder: join(folder, newId()), instance });
      ours.push(took.file);
      live.push(took.subscriber);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const byClient = summarize(client);
  const [file, subscriber] = [summarize(ours), summarize(live)];
  const aim = { of: "p50", at_most: round(byClient.p50 / AIM_RATIO) } as const;
  return {
    figures: [
      { what: "docker logs -f > file", unit: "s", ...byClient } as const,
      {
        what: "into the run's file",
        unit: "s",
        ...file,
        aim,
        ratio: round(file.p50 / byClient.p50),
      } as const,
      {
        what: "read by a subscriber meanwhile",
        unit: "s",
        ...subscriber,
        ratio: round(subscriber.p50 / byClient.p50),
      } as const,
    ],
  };
}

/** Seconds from the container's start until the client has all of its log. */
async function followWithClient(host: string, file: string): Promise<number> {
  const name = `bench-${newId()}`;
  const startedAt = performance.now();
  await runDocker(host, ["run", "-d", "--name", name, "--network", "none", benchImage, ...program]);
  const out = openSync(file, "w");
  const env = inheritEnv({ DOCKER_HOST: host });
  const logs = spawn("docker", ["logs", "-f", name], { env, stdio: ["ignore", out, out] });
  await once(logs, "exit");
  const seconds = (performance.now() - startedAt) / 1000;
  await runDocker(host, ["rm", "-f", name]);
  if (statSync(file).size !== BYTES) throw new Error("docker logs -f lost some of the log.");
  rmSync(file);
  return seconds;
}

async function followOurs(engine: Engine, place: { folder: string; instance: string }) {
  const { folder, instance } = place;
  mkdirSync(join(folder, "out"), { recursive: true });
  const run_id = newId();
  const startedAt = performance.now();
  const { id } = await engine.createGated({
    name: `cosmos_bench_${run_id}`,
    fallback_name: `cosmos_bench_${run_id}_1`,
    run_id,
    model_type: "enhance",
    attempt: 1,
    instance,
    argv: program,
    env: {},
    image: benchImage,
    folder,
    gpus: [],
    workdir: null,
    network: false,
    shm_bytes: 0,
    mounts: [],
  });
  await engine.openGate(id);
  const log = join(folder, "run.log");
  const subscribed = subscribe(log);
  const ended = async () => (await engine.inspect(id))?.state === "exited";
  await waitFor(ended, "the program to end", limitMs);
  const file = (performance.now() - startedAt) / 1000;
  const subscriber = ((await subscribed) - startedAt) / 1000;
  if (statSync(log).size !== BYTES) throw new Error("The run's log is not whole.");
  await engine.remove(id);
  return { file, subscriber };
}

/** Reads the log as it grows, as a subscription does; returns when it had all of it. */
async function subscribe(log: string): Promise<number> {
  let offset = 0;
  const readOn = async () => {
    const piece = await readLog(log, offset);
    const news = piece.offset_after > offset;
    offset = piece.offset_after;
    return news;
  };
  await waitFor(
    async () => {
      while (await readOn());
      return offset === BYTES;
    },
    "a subscriber to have the log",
    limitMs,
  );
  return performance.now();
}
