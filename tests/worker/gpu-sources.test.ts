import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Container } from "@/server/engine/engine";
import { chooseGpuSource, type GpuHost } from "@/server/gpus/choose-gpu-source";
import { ownerFinder } from "@/server/gpus/find-owners";
import { GpuBoard } from "@/server/worker/gpu-board";
import { type FakeSmi, installFakeSmi } from "../harness/fake-nvidia-smi";

let folder: string;
let smi: FakeSmi;
let exporter: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cosmos-gpus-"));
  smi = installFakeSmi(folder);
  smi.show([first, second]);
});
afterEach(() => {
  exporter?.close();
  exporter = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const first = { index: 0, uuid: "GPU-aaa", used: "[Unknown Error]" };
const second = { index: 1, uuid: "GPU-bbb", throttle: "0x40" };
const auto = { COSMOS_GPU_SOURCE: "auto", COSMOS_DCGM_URL: undefined } as const;
const here = (host: Partial<GpuHost> = {}): GpuHost => ({
  here: true,
  path: smi.path,
  run: null,
  ...host,
});

test("GPUs are read with the host's own program, what it cannot tell being unknown", async () => {
  const cards = await chooseGpuSource(auto, here()).read();

  expect(cards).toMatchObject([
    { uuid: "GPU-aaa", memory_used_mib: null, power_w: null },
    { uuid: "GPU-bbb", memory_used_mib: 0, throttle_reason: "too hot (slowed by the hardware)" },
  ]);
});

test("an older driver is asked in its own words", async () => {
  smi = installFakeSmi(join(folder, "old"), { oldDriver: true });
  smi.show([second]);
  const source = chooseGpuSource(auto, here());

  const cards = [await source.read(), await source.read()];

  expect(cards.flat()).toMatchObject([
    { throttle_reason: "too hot (slowed by the hardware)" },
    { throttle_reason: "too hot (slowed by the hardware)" },
  ]);
});

test("a machine without the driver has no GPUs, which is no fault", async () => {
  smi.uninstall();

  expect(await chooseGpuSource(auto, here()).read()).toBeNull();
});

test.each([
  [{ COSMOS_GPU_SOURCE: "host", COSMOS_DCGM_URL: undefined }, "no nvidia-smi on the PATH"],
  [{ COSMOS_GPU_SOURCE: "container", COSMOS_DCGM_URL: undefined }, "can start no container"],
  [{ COSMOS_GPU_SOURCE: "dcgm", COSMOS_DCGM_URL: undefined }, "COSMOS_DCGM_URL is not set"],
] as const)(
  "a source that was asked for by name and is not there is a fault (%#)",
  async (settings, words) => {
    smi.uninstall();

    await expect(chooseGpuSource(settings, here()).read()).rejects.toThrow(words);
  },
);

test("GPUs of another machine are read in a container there, never with our own program", async () => {
  smi.show([]);
  const asked: string[] = [];
  const run = async (command: readonly string[]) => {
    asked.push(command[0] ?? "");
    return command[1]?.startsWith("--query-gpu") ? "0, GPU-far, L4, 550.1, 3\n" : "";
  };

  expect(await chooseGpuSource(auto, here({ here: false, run })).read()).toEqual([]);
  expect(await chooseGpuSource(auto, here({ here: false })).read()).toBeNull();
  expect(new Set(asked)).toEqual(new Set(["nvidia-smi"]));
});

test("a host whose containers get no GPU has none, and is not asked again at once", async () => {
  smi.uninstall();
  let asked = 0;
  const run = async () => {
    asked += 1;
    throw new Error('could not select device driver "nvidia" with capabilities: [[gpu]]');
  };
  const source = chooseGpuSource(auto, here({ run }));

  expect(await source.read()).toBeNull();
  const first = asked;
  expect(await source.read()).toBeNull();
  expect(asked).toBe(first);
});

test("a host that has told of its GPUs once is at fault when it fails", async () => {
  smi.uninstall();
  let broken = false;
  const run = async (command: readonly string[]) => {
    if (broken) throw new Error("nvidia-smi ended with exit code 9.");
    return command[1]?.startsWith("--query-gpu")
      ? "0, GPU-far, L4, 550.1, 3, 1, 1, 1, 1, 1, 1, 1, 0x0"
      : "";
  };
  const source = chooseGpuSource(auto, here({ run }));

  expect(await source.read()).toMatchObject([{ uuid: "GPU-far" }]);
  broken = true;
  await expect(source.read()).rejects.toThrow("exit code 9");
});

test("a DCGM exporter is read when its address is set", async () => {
  exporter = createServer((request, response) => {
    const found = request.url === "/metrics";
    response.statusCode = found ? 200 : 404;
    response.end('DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="GPU-ddd",modelName="L4"} 12\n');
  });
  await new Promise<void>((resolve) => exporter?.listen(0, "127.0.0.1", resolve));
  const { port } = exporter.address() as AddressInfo;
  const settings = {
    COSMOS_GPU_SOURCE: "auto",
    COSMOS_DCGM_URL: `http://127.0.0.1:${port}`,
  } as const;

  const cards = await chooseGpuSource(settings, here()).read();

  expect(cards).toMatchObject([{ uuid: "GPU-ddd", name: "L4", utilization: 12 }]);
});

test("an exporter that does not answer is a fault that names its setting", async () => {
  const settings = { COSMOS_GPU_SOURCE: "dcgm", COSMOS_DCGM_URL: "http://127.0.0.1:1" } as const;

  await expect(chooseGpuSource(settings, here()).read()).rejects.toThrow("COSMOS_DCGM_URL");
});

test.each([
  ["directly", "/system.slice/docker-0123abcd.scope"],
  ["from a container with a root of its own", "/../0123abcd"],
])("a program on another machine is known by its container, seen %s", async (_how, group) => {
  const container = { id: "0123abcd", name: "cosmos_transfer_x", run_id: "run-1" };
  const engine = { list: async () => [container as Container] };
  const run = async () => `/proc/7/cgroup:0::${group}\n/proc/77/cgroup:0::/user.slice\n`;

  const owners = await ownerFinder(engine, { here: false, run }, "/data")([7, 77, 78]);

  expect([...owners]).toEqual([[7, "run-1"]]);
});

function boardFor(COSMOS_GPUS: string, tie: "environment" | "device" = "environment") {
  return new GpuBoard({
    settings: { COSMOS_GPUS, COSMOS_SLOTS: 2 },
    source: chooseGpuSource(auto, here()),
    findOwners: async () => new Map(),
    tie,
    calmMs: 0,
  });
}

test("only the GPUs that are named are used, by index or id, each once", async () => {
  const board = boardFor("GPU-bbb,1,7");

  await board.refresh(0);

  expect(board.slots).toEqual([
    {
      id: "gpu-GPU-bbb",
      label: "GPU 1 · NVIDIA A100",
      env: { CUDA_VISIBLE_DEVICES: "GPU-bbb" },
      gpu: "GPU-bbb",
    },
  ]);
  expect(board.problem).toBe("COSMOS_GPUS names 7, and this engine has no such GPU.");
});

test("a container is given its device and no variable that would number it anew", async () => {
  const board = boardFor("1", "device");

  await board.refresh(0);

  expect(board.slots).toMatchObject([{ id: "gpu-1", env: {}, gpu: "GPU-bbb" }]);
});

test("a part of a split card is a slot although no reading tells of it", async () => {
  const board = boardFor("MIG-123");

  await board.refresh(0);

  expect(board.slots).toMatchObject([{ id: "gpu-MIG-123", gpu: "MIG-123" }]);
});

test("a machine without GPUs has places on the CPU, unless GPUs are named", async () => {
  smi.uninstall();
  const free = boardFor("auto");
  const named = boardFor("0");

  await Promise.all([free.refresh(0), named.refresh(0)]);

  expect(free.slots.map(({ id }) => id)).toEqual(["cpu-0", "cpu-1"]);
  expect(named.slots.map(({ id }) => id)).toEqual(["gpu-0"]);
});

test("slots outlive a driver that fails, and follow the cards when it is back", async () => {
  const board = boardFor("auto");
  await board.refresh(0);

  smi.breakDown();
  await board.refresh(0);
  expect(board).toMatchObject({ stale: true, problem: expect.stringContaining("NVIDIA driver") });
  expect(board.slots.map(({ id }) => id)).toEqual(["gpu-0", "gpu-1"]);

  smi.show([first]);
  await board.refresh(0);
  expect(board).toMatchObject({ stale: false, problem: null });
  expect(board.slots.map(({ id }) => id)).toEqual(["gpu-0"]);
});
