import { expect, test } from "vitest";
import type { GpuState } from "../gpu/gpu-state";
import type { EngineRecord } from "../records";
import type { DoctorFacts } from "./doctor-facts";
import { examine } from "./examine";

const engine: EngineRecord = {
  name: "gpu1",
  health: "healthy",
  error: null,
  draining: false,
  gpus: [],
  slots: [{ id: "cpu-0", label: "CPU 0", run_id: null }],
  details: {
    kind: "Docker",
    version: "28.2.2",
    problems: [],
    ffmpeg: { command: ["ffmpeg"], kind: "path", version: "7.1" },
  },
  observed_at: null,
};

const gpu: GpuState = {
  uuid: "GPU-1",
  index: 0,
  name: "NVIDIA H100",
  driver_version: "575.57.08",
  utilization: 0,
  memory_total_mib: 81_559,
  memory_used_mib: 0,
  memory_available_mib: 81_559,
  mig: false,
  temperature_c: 30,
  power_w: 60,
  power_limit_w: 700,
  clock_sm_mhz: 345,
  throttle_reason: null,
  foreign: [],
};

const facts: DoctorFacts = {
  version: "1.0.0",
  node_version: "22.0.0",
  database_version: "18.4",
  database_built_in: true,
  data_folder: { writable: true, free_bytes: 500e9, total_bytes: 900e9 },
  queue_paused: false,
  engines: [engine],
  settings: { COSMOS_ENGINE: "docker" },
};

const cosmos = {
  COSMOS_ENGINE: "docker",
  COSMOS_MODEL_TRANSFER: "cosmos-transfer1",
  COSMOS_CHECKPOINTS_DIR: "/srv/checkpoints",
  COSMOS_CACHE_DIR: "/srv/cache",
} as const;
const withEngine = (changes: Partial<EngineRecord>): DoctorFacts => ({
  ...facts,
  settings: cosmos,
  engines: [{ ...engine, gpus: [gpu], ...changes }],
});

/** What a person should look at: status, name and message with the advice. */
const findings = (given: Partial<DoctorFacts>) =>
  examine({ ...facts, ...given })
    .checks.filter(({ status }) => status !== "ok")
    .map(({ name, status, message, advice }) => `${status} ${name}: ${message} ${advice ?? ""}`);

test("where all is well, every check is ok and says what it saw", () => {
  const { ok, checks } = examine(withEngine({}));
  expect(ok).toBe(true);
  expect(checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
    "cosmos ok",
    "database ok",
    "data folder ok",
    "engine gpu1 ok",
    "GPUs of gpu1 ok",
    "ffmpeg ok",
    "model of enhance ok",
    "model of transfer ok",
    "model of upscale ok",
  ]);
});

const rows: readonly [what: string, given: Partial<DoctorFacts>, finding: RegExp][] = [
  ["an old database", { database_version: "14.9" }, /^failed database: .*15 or later/],
  ["a paused queue", { queue_paused: true }, /^warning queue: .*cosmos queue resume/],
  [
    "a full disk",
    { data_folder: { writable: true, free_bytes: 1e9, total_bytes: 9e9 } },
    /^failed data folder: 1\.0 GB of 9\.0 GB are free/,
  ],
  [
    "a disk that fills",
    { data_folder: { writable: true, free_bytes: 19e9, total_bytes: 99e9 } },
    /^warning data folder: 19 GB/,
  ],
  [
    "a folder that can't be written to",
    { data_folder: { writable: false, free_bytes: 0, total_bytes: 0 } },
    /^failed data folder: Nothing can be written/,
  ],
  ["no worker", { engines: [] }, /^failed worker: No worker has ever reported/],
  ["a silent worker", withEngine({ health: "unknown" }), /^failed engine gpu1: Its worker/],
  [
    "an engine that refuses us",
    withEngine({ health: "unreachable", error: "connect EACCES /var/run/docker.sock" }),
    /^failed engine gpu1: It does not answer: connect EACCES.*group docker/,
  ],
  ["an engine without slots", withEngine({ slots: [] }), /^failed engine gpu1: .*0 slots/],
  ["a draining engine", withEngine({ draining: true }), /^warning engine gpu1: .*undrain gpu1/],
  [
    "an old Docker",
    withEngine({ details: { kind: "Docker", version: "19.03.8" } }),
    /^failed engine gpu1: .*20\.10 or later/,
  ],
  [
    "what an engine says of itself",
    withEngine({ details: { problems: ["Containers die with the Docker engine."] } }),
    /^warning engine gpu1: Containers die/,
  ],
  [
    "GPUs that can't be read",
    withEngine({ details: { gpu_problem: "nvidia-smi failed." } }),
    /^warning GPUs of gpu1: nvidia-smi failed/,
  ],
  [
    "an old driver",
    withEngine({ gpus: [{ ...gpu, driver_version: "535.1" }] }),
    /^warning GPUs of gpu1: GPU 0: its driver is 535\.1\. .*570/,
  ],
  [
    "programs of others on a card",
    withEngine({ gpus: [{ ...gpu, foreign: [{ pid: 7, name: "blender", memory_mib: 9 }] }] }),
    /^warning GPUs of gpu1: GPU 0: .*blender \(process 7\)/,
  ],
  [
    "the ffmpeg that ships",
    withEngine({ details: { ffmpeg: { command: [], kind: "bundled", version: "5" } } }),
    /^warning ffmpeg: .*slower/,
  ],
  [
    "a model that can't do it",
    { settings: { COSMOS_ENGINE: "docker", COSMOS_MODEL_UPSCALE: "pixtral" } },
    /^failed model of upscale: pixtral cannot upscale/,
  ],
  [
    "a model of containers where runs are processes",
    { ...withEngine({}), settings: { ...cosmos, COSMOS_ENGINE: "local" } },
    /^failed model of transfer: .*COSMOS_ENGINE=docker/,
  ],
  [
    "an image that is missing",
    withEngine({ details: { images: { "cosmos-transfer1": null } } }),
    /^failed model of transfer: gpu1: the image of cosmos-transfer1 is not there/,
  ],
  ["no GPU", withEngine({ gpus: [] }), /^failed model of transfer: .*needs a GPU/],
  [
    "a GPU that is too small",
    withEngine({ gpus: [{ ...gpu, memory_total_mib: 24_000 }] }),
    /^failed model of transfer: cosmos-transfer1 needs \d+ GiB of one GPU/,
  ],
  [
    "checkpoints that nothing names",
    { ...withEngine({}), settings: { ...cosmos, COSMOS_CHECKPOINTS_DIR: undefined } },
    /^failed model of transfer: .*no COSMOS_CHECKPOINTS_DIR/,
  ],
  [
    "a token that is missing",
    { ...withEngine({}), settings: { ...cosmos, COSMOS_MODEL_TRANSFER: "cosmos-transfer2.5" } },
    /^warning model of transfer: .*HF_TOKEN/,
  ],
  [
    "a language model that is not named",
    { settings: { COSMOS_ENGINE: "docker", COSMOS_MODEL_ENHANCE: "openai-compatible" } },
    /^failed model of enhance: .*COSMOS_LLM_URL/,
  ],
];

test.each(rows)("%s is found and told with what to do", (_, given, finding) => {
  expect(findings(given)).toEqual([expect.stringMatching(finding)]);
});

test("a warning fails nothing, a failed check does", () => {
  expect(examine({ ...facts, queue_paused: true }).ok).toBe(true);
  expect(examine({ ...facts, engines: [] }).ok).toBe(false);
});
