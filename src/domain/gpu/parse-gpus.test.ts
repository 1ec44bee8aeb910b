import { expect, test } from "vitest";
import { explainThrottle } from "./explain-throttle";
import { parseComputeApps } from "./parse-compute-apps";
import { gpuQueries, parseGpus } from "./parse-gpus";

const [query = []] = gpuQueries;

test("every card is read with its units", () => {
  const csv = [
    "0, GPU-aaa, NVIDIA A100-SXM4-80GB, 550.54.15, 97, 81920, 30112, 61, 312.45, 400.00, 1410, Disabled, 0x0000000000000004",
    "1, GPU-bbb, NVIDIA A100-SXM4-80GB, 550.54.15, 0, 81920, 4, 30, 51.20, 400.00, 210, Disabled, 0x0000000000000001",
    "",
  ].join("\n");

  expect(parseGpus(csv, query)).toEqual([
    {
      uuid: "GPU-aaa",
      index: 0,
      name: "NVIDIA A100-SXM4-80GB",
      driver_version: "550.54.15",
      utilization: 97,
      memory_total_mib: 81_920,
      memory_used_mib: 30_112,
      mig: false,
      temperature_c: 61,
      power_w: 312.45,
      power_limit_w: 400,
      clock_sm_mhz: 1410,
      throttle_reason: "power cap",
      processes: [],
    },
    expect.objectContaining({ uuid: "GPU-bbb", index: 1, throttle_reason: null }),
  ]);
});

test.each(["[N/A]", "[Not Supported]", "[Unknown Error]", "[GPU requires reset]", "N/A", ""])(
  "a driver that answers %s leaves the value unknown",
  (odd) => {
    const csv = `0, GPU-aaa, ${Array(query.length - 2)
      .fill(odd)
      .join(", ")}`;

    const [card] = parseGpus(csv, query);

    expect(card).toEqual({
      uuid: "GPU-aaa",
      index: 0,
      name: "GPU",
      driver_version: null,
      utilization: null,
      memory_total_mib: null,
      memory_used_mib: null,
      mig: false,
      temperature_c: null,
      power_w: null,
      power_limit_w: null,
      clock_sm_mhz: null,
      throttle_reason: null,
      processes: [],
    });
  },
);

test("a name may hold commas, and a split card says so", () => {
  const csv =
    "3, GPU-ccc, Card, 24 GB, rev. 2, 535.1, [N/A], 24576, 17, 40, 20.1, 300.00, 1000, Enabled, 0x0";

  expect(parseGpus(csv, query)).toEqual([
    expect.objectContaining({
      index: 3,
      name: "Card, 24 GB, rev. 2",
      driver_version: "535.1",
      utilization: null,
      mig: true,
    }),
  ]);
});

test("warnings among the lines are no cards", () => {
  const csv = "WARNING: infoROM is corrupted at gpu 0000:3B:00.0\nNo devices were found\n";

  expect(parseGpus(csv, query)).toEqual([]);
});

test("without the newer fields a card is read all the same", () => {
  const old = gpuQueries.at(-1) ?? [];
  const csv = "0, GPU-aaa, Tesla K80, 470.1, 5, 11441, 3, 40, 30.1, 149.00, 562";

  expect(parseGpus(csv, old)).toEqual([
    expect.objectContaining({ clock_sm_mhz: 562, mig: false, throttle_reason: null }),
  ]);
});

test.each([
  [null, null],
  [0x0, null],
  [0x1, null],
  [0x4, "power cap"],
  [0x8, "hardware slowdown"],
  [0x48, "too hot (slowed by the hardware)"],
  [0x88, "power brake"],
  [0x24, "power cap, too hot (slowed by the driver)"],
])("the clock mask %s means %s", (mask, words) => {
  expect(explainThrottle(mask)).toBe(words);
});

test("programs are named without their folders, whatever their names hold", () => {
  const csv = [
    "GPU-aaa, 4242, /usr/bin/python3.10, 30000",
    "GPU-aaa, 4243, /opt/a, b/tool, [N/A]",
    "GPU-bbb, 4244, [Not Found], 12",
    "No running processes found",
  ].join("\n");

  expect(parseComputeApps(csv)).toEqual([
    { uuid: "GPU-aaa", pid: 4242, name: "python3.10", memory_mib: 30_000 },
    { uuid: "GPU-aaa", pid: 4243, name: "tool", memory_mib: null },
    { uuid: "GPU-bbb", pid: 4244, name: "a program", memory_mib: 12 },
  ]);
});
