import fc from "fast-check";
import { expect, test } from "vitest";
import { reference } from "./models/reference";
import { pixtralPhases } from "./phases/pixtral-phases";
import { transfer1Phases } from "./phases/transfer1-phases";
import { transfer25Phases } from "./phases/transfer25-phases";
import { emptyReading, readProgress } from "./read-progress";

const line = (message: string) => `[07-01 11:26:33|INFO|a/b.py:12:main] ${message}\n`;
const bar = (step: number, total: number, label = "Generating samples: ") =>
  `\r${label} ${Math.floor((100 * step) / total)}%|██▌       | ${step}/${total} [00:02<00:06,  1.2it/s]`;

const phases = reference.operations.transfer?.phases ?? [];
const referenceLog = [
  line("Loading input video from /job/in/input.mp4"),
  line("Loading control inputs"),
  bar(0, 120),
  bar(30, 120),
  `${bar(60, 120)}${line("hello")}`,
].join("");
// Its clip bar has no label, and log lines follow it without a line break.
const transfer1Log = [
  "INFO 06-24 20:54:01 [__init__.py:243] Automatically detected platform cuda.\n",
  line('control_inputs: {\n  "edge": {}\n}'),
  line("Start creating base model"),
  "Loading checkpoint shards: 100%|██████████| 2/2 [00:01<00:00,  1.1it/s]\n",
  line("Running guardrail checks on all prompts"),
  line("Starting T5 compute"),
  line("Making all control and input videos to be length of 481 frames."),
  `  0%|          | 0/4 [00:00<?, ?it/s]${line("Starting latent encoding")}`,
  line("Starting diffusion sampling"),
  line("Starting VAE decode"),
  `\r 25%|██▌       | 1/4 [05:00<15:00, 300.00s/it]${line("Starting latent encoding")}`,
  "Loading checkpoint shards: 100%|██████████| 2/2 [00:01<00:00,  1.1it/s]\n",
].join("");
// Four ranks draw the same bar; one of them is late.
const transfer25Log = [
  line("Found 1 hint keys across all samples: ['edge']"),
  line("Generating 1 samples: ['output']"),
  line("[1/1] Processing sample output"),
  line("Passed guardrail on prompt"),
  line("Generating chunk 1/2"),
  ...[0, 0, 1, 0, 17, 16, 17, 35, 35].map((step) => bar(step, 35)),
  line("Generating chunk 2/2"),
  bar(35, 35),
  ...[0, 0, 0, 7, 6].map((step) => bar(step, 35)),
].join("");
const pixtralLog = [
  "INFO 06-24 20:54:01 [__init__.py:243] Automatically detected platform cuda.\n",
  "Loading safetensors checkpoint shards:  50% Completed | 3/6 [00:12<00:12,  4.00s/it]\n",
].join("");

test.each([
  ["a bar moves the run through its phase", referenceLog.slice(0, -60), phases, "sampling", 60],
  ["a bar that shares its line with a message counts", referenceLog, phases, "sampling", 60],
  ["the clips of Transfer 1 count, other bars don't", transfer1Log, transfer1Phases, "sampling", 1],
  ["of several ranks the one ahead counts", transfer25Log, transfer25Phases, "sampling", 7],
  ["shards of a model being loaded count", pixtralLog, pixtralPhases, "loading model", 3],
])("%s", (_title, log, markers, phase, step) => {
  const reading = readProgress(emptyReading, log, markers);

  expect(reading).toMatchObject({ phase: { phase }, step });
});

test("every chunk of Transfer 2.5 has its own bar", () => {
  const reading = readProgress(emptyReading, transfer25Log, transfer25Phases);

  expect(reading).toMatchObject({ part: 2, parts: 2, step: 7, total: 35 });
});

test("a phase is not left for an earlier one", () => {
  const log = `${referenceLog}${line("Loading input video again")}`;

  expect(readProgress(emptyReading, log, phases).phase?.phase).toBe("sampling");
});

test("the bar of the last step is not taken for the next phase's", () => {
  const log = `${transfer25Log}${bar(35, 35)}${line("Running guardrail check on video...")}${bar(35, 35)}`;

  expect(readProgress(emptyReading, log, transfer25Phases)).toMatchObject({
    phase: { phase: "checking video" },
    step: null,
  });
});

const fallback = `[07-01 11:26:33|WARNING|t5.py:1:x] Failed to load T5 model using cache_dir 'checkpoints/google-t5', falling back to default: CUDA out of memory\n`;

test.each([
  ["the 45 GB text encoder", fallback, /downloading 45 GB.*Cancel the run/],
  [
    "any large model file",
    "\rmodel.safetensors:  32%|███▏      | 14.3G/45.2G [00:56<02:17, 226MB/s]",
    /downloading model files \(model\.safetensors has 45\.2 GB\)/,
  ],
])("the download of %s is noticed while it happens", (_title, log, warning) => {
  const reading = readProgress(emptyReading, log, transfer1Phases);

  expect(reading.warning).toMatch(warning);
  const later = readProgress(reading, `\n${line("Run generation")}`, transfer1Phases);
  expect(later.warning).toBeNull();
});

test("a small download is not worth a warning", () => {
  const log = "\rconfig.json:  32%|███▏      | 143k/452k [00:56<02:17, 226kB/s]";

  expect(readProgress(emptyReading, log, transfer1Phases).warning).toBeNull();
});

test.each([
  ["the reference model", referenceLog, phases],
  ["Transfer 1", `${transfer1Log}${fallback}`, transfer1Phases],
  ["Transfer 2.5", transfer25Log, transfer25Phases],
  ["Pixtral", pixtralLog, pixtralPhases],
])("it does not matter how the bytes of %s were cut into pieces", (_name, log, markers) => {
  const bytes = Buffer.from(log);
  const whole = readProgress(emptyReading, log, markers);

  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 40 }), (cuts) => {
      const decoder = new TextDecoder();
      let reading = emptyReading;
      let from = 0;
      for (const cut of [...cuts.sort((a, b) => a - b), bytes.length]) {
        const piece = decoder.decode(bytes.subarray(from, cut), { stream: true });
        reading = readProgress(reading, piece, markers);
        from = cut;
      }
      expect(reading).toEqual(whole);
    }),
  );
});
