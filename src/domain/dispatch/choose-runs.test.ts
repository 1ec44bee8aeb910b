import { expect, test } from "vitest";
import type { GpuNeed } from "../models/define-model";
import { type Candidate, chooseRuns, type Place } from "./choose-runs";

const anyGpu: GpuNeed = { counts: [1], exclusive: false, freeMemoryMiB: 0 };
const onCpu = (id: string): Candidate => ({ id, need: null, gpus: 0, impossible: null });
const onGpus = (id: string, gpus: number, need: Partial<GpuNeed> = {}): Candidate => ({
  id,
  need: { ...anyGpu, ...need },
  gpus,
  impossible: null,
});
const card = (index: number, place: Partial<Place> = {}): Place => ({
  slot: `gpu-${index}`,
  label: `GPU ${index}`,
  taken: false,
  isGpu: true,
  freeMiB: 80_000,
  totalMiB: 80_000,
  foreign: null,
  ...place,
});
const cpu: Place = { ...card(0), slot: "cpu-0", label: "CPU 0", isGpu: false };

test("runs start in the order of the queue, as many as there are slots", () => {
  const { claims, next } = chooseRuns([onCpu("a"), onCpu("b"), onCpu("c")], [card(0), card(1)]);

  expect(claims).toEqual([
    { id: "a", slots: ["gpu-0"] },
    { id: "b", slots: ["gpu-1"] },
  ]);
  expect(next).toEqual(["c"]);
});

test("a run that asks for several GPUs takes as many slots at once", () => {
  const { claims } = chooseRuns([onGpus("a", 2), onGpus("b", 1)], [card(0), card(1), card(2)]);

  expect(claims).toEqual([
    { id: "a", slots: ["gpu-0", "gpu-1"] },
    { id: "b", slots: ["gpu-2"] },
  ]);
});

test("a run that waits for a second GPU is not overtaken by smaller ones", () => {
  const choice = chooseRuns(
    [onGpus("big", 2), onGpus("small", 1), onCpu("c")],
    [card(0), card(1, { taken: true })],
  );

  expect(choice.claims).toEqual([]);
  expect(choice.next).toEqual(["big", "small", "c"]);
  expect([...choice.reasons.values()]).toEqual([null, null, null]);
});

test.each([
  [onGpus("a", 4), [card(0), card(1)], "It needs 4 GPUs, and this engine has 2."],
  [onGpus("a", 1), [cpu], "It needs a GPU, and this engine has none."],
  [
    onGpus("a", 2, { freeMemoryMiB: 60_000 }),
    [card(0), card(1, { totalMiB: 24_000, freeMiB: 24_000 })],
    "It needs 2 GPUs of 60000 MiB, and this engine has 1.",
  ],
  [{ ...onCpu("a"), impossible: "No image." }, [cpu], "No image."],
])(
  "a run that can never be executed here says why and lets others pass (%#)",
  (run, places, why) => {
    const { claims, next, reasons } = chooseRuns([run, onCpu("b")], places);

    expect(reasons.get("a")).toBe(why);
    expect(claims.map(({ id }) => id)).toEqual(["b"]);
    expect(next).toEqual([]);
  },
);

const foreign = "python (pid 4242) holds 30000 MiB";

test("an exclusive run waits for a foreign program, which is named", () => {
  const run = onGpus("a", 1, { exclusive: true });

  const { claims, reasons } = chooseRuns([run], [card(0, { freeMiB: 50_000, foreign })]);

  expect(claims).toEqual([]);
  expect(reasons.get("a")).toBe(
    "It needs GPU 0 for itself, and python (pid 4242) holds 30000 MiB of it.",
  );
});

test("an exclusive run waits for memory that nobody owns up to, but not for the driver's own", () => {
  const run = onGpus("a", 1, { exclusive: true });

  const used = chooseRuns([run], [card(0, { freeMiB: 50_000 })]);
  const idle = chooseRuns([run], [card(0, { freeMiB: 79_500 })]);

  expect(used.reasons.get("a")).toBe("It needs GPU 0 for itself, and 30000 MiB of it are in use.");
  expect(idle.claims).toHaveLength(1);
});

test("an exclusive run takes the card that is empty", () => {
  const run = onGpus("a", 1, { exclusive: true });

  const { claims } = chooseRuns([run], [card(0, { foreign }), card(1)]);

  expect(claims).toEqual([{ id: "a", slots: ["gpu-1"] }]);
});

test("a run waits until as much memory is free as it needs", () => {
  const run = onGpus("a", 1, { freeMemoryMiB: 60_000 });

  const { reasons } = chooseRuns([run], [card(0, { freeMiB: 50_000, foreign })]);

  expect(reasons.get("a")).toBe(
    "It needs 60000 MiB of GPU 0, of which 50000 MiB are free: python (pid 4242) holds 30000 MiB of it.",
  );
});

test("memory that cannot be read keeps no run waiting", () => {
  const run = onGpus("a", 1, { freeMemoryMiB: 60_000, exclusive: true });

  const { claims } = chooseRuns([run], [card(0, { freeMiB: null, totalMiB: null })]);

  expect(claims).toHaveLength(1);
});
