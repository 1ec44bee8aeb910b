import fc from "fast-check";
import { expect, test } from "vitest";
import { reference } from "./models/reference";
import { emptyReading, readProgress, toProgress } from "./read-progress";

const phases = reference.operations.transfer?.phases ?? [];
const log = [
  "[07-01 11:26:33|INFO|reference/transfer.ts:12:main] Loading input video from /job/in/input.mp4\n",
  "[07-01 11:26:34|INFO|reference/transfer.ts:20:main] Loading control inputs\n",
  "Generating samples:   0%|          | 0/120 [00:00<?, ?it/s]\r",
  "Generating samples:  25%|██▌       | 30/120 [00:02<00:06, 15.0it/s]\r",
  "Generating samples:  50%|█████     | 60/120 [00:04<00:04, 15.0it/s][07-01 11:26:40|INFO|a.ts:1:b] hello\n",
];

test("a bar moves the run through its phase", () => {
  const reading = readProgress(emptyReading, log.slice(0, 4).join(""), phases);

  expect(toProgress(reading, 10)).toMatchObject({ phase: "sampling", step: 30, total: 120 });
});

test("a bar that shares its line with a log message counts", () => {
  const reading = readProgress(emptyReading, log.join(""), phases);

  expect(reading).toMatchObject({ step: 60, total: 120 });
});

test("a phase is not left for an earlier one", () => {
  const text = `${log.join("")}[x] Loading input video again\n`;

  expect(readProgress(emptyReading, text, phases).phase?.phase).toBe("sampling");
});

test("without a marker nothing is claimed", () => {
  expect(toProgress(readProgress(emptyReading, "noise\n", phases), 5)).toEqual({
    phase: "starting",
    fraction: null,
    step: null,
    total: null,
    eta_seconds: null,
  });
});

test("remaining time follows the pace so far", () => {
  const half = {
    ...emptyReading,
    phase: { phase: "p", marker: /x/, from: 0, to: 1 },
    step: 1,
    total: 2,
  };

  expect(toProgress(half, 30).eta_seconds).toBe(30);
});

test("it does not matter how the log was cut into pieces", () => {
  const text = log.join("");
  const whole = readProgress(emptyReading, text, phases);

  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (cuts) => {
      let reading = emptyReading;
      let from = 0;
      for (const cut of [...cuts.sort((a, b) => a - b), text.length]) {
        reading = readProgress(reading, text.slice(from, cut), phases);
        from = cut;
      }
      expect(reading).toEqual(whole);
    }),
  );
});
