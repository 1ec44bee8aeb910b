import { expect, test } from "vitest";
import { parseDcgm } from "./parse-dcgm";

const labels =
  'gpu="1",UUID="GPU-bbb",device="nvidia1",modelName="NVIDIA A100 \\"X\\" {80}",Hostname="h",DCGM_FI_DRIVER_VERSION="550.54"';
const metrics = `# HELP DCGM_FI_DEV_GPU_UTIL GPU utilization (in %).
# TYPE DCGM_FI_DEV_GPU_UTIL gauge
DCGM_FI_DEV_GPU_UTIL{${labels}} 88
DCGM_FI_DEV_FB_USED{${labels}} 30000
DCGM_FI_DEV_FB_FREE{${labels}} 51000
DCGM_FI_DEV_GPU_TEMP{${labels}} 61
DCGM_FI_DEV_POWER_USAGE{${labels}} 312.451000
DCGM_FI_DEV_SM_CLOCK{${labels}} 1410
DCGM_FI_DEV_CLOCK_THROTTLE_REASONS{${labels}} 4
DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="GPU-aaa"} 9223372036854775794
DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-aaa"} NaN
DCGM_FI_DEV_POWER_USAGE{gpu="0",UUID="GPU-aaa"} 140737488355330.000000
go_goroutines{gpu="0",UUID="GPU-zzz"} 4
broken line
`;

test("cards are read from the exporter, in order", () => {
  expect(parseDcgm(metrics)).toEqual([
    expect.objectContaining({ uuid: "GPU-aaa", index: 0, name: "GPU" }),
    {
      uuid: "GPU-bbb",
      index: 1,
      name: 'NVIDIA A100 "X" {80}',
      driver_version: "550.54",
      utilization: 88,
      memory_total_mib: 81_000,
      memory_used_mib: 30_000,
      mig: false,
      temperature_c: 61,
      power_w: 312.451,
      power_limit_w: null,
      clock_sm_mhz: 1410,
      throttle_reason: "power cap",
      processes: [],
    },
  ]);
});

test("what the exporter marks as unsupported is unknown", () => {
  const [first] = parseDcgm(metrics);

  expect(first).toMatchObject({ utilization: null, memory_used_mib: null, power_w: null });
});

test("an instance of a split card is not taken for the card", () => {
  const [card] = parseDcgm(`DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-aaa",GPU_I_ID="3"} 100
DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-aaa",GPU_I_ID=""} 900`);

  expect(card).toMatchObject({ mig: true, memory_used_mib: 900 });
});
