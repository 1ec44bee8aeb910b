import { expect, test } from "vitest";
import { type Ending, explainFailure } from "../explain-failure";
import type { FailurePattern } from "../models/define-model";
import { models } from "../models/registry";
import { adviseFailure } from "./advise-failure";
import { failureAdvice } from "./failure-advice";
import { pixtralFailures } from "./pixtral-failures";
import { transfer1Failures } from "./transfer1-failures";
import { transfer25Failures } from "./transfer25-failures";

const at = (level: string, message: string) =>
  `[07-01 11:26:33|${level}|cosmos/a.py:12:main] ${message}\n`;
const raised = (message: string) =>
  `Traceback (most recent call last):\n  File "/workspace/a.py", line 3, in main\n    run()\n${message}\n`;
/** What torchrun prints last, whatever the cause was. */
const block = (exitcode: number, traceback = "To enable traceback see: https://pytorch.org") =>
  `E0701 11:27:00.000000 1 site-packages/torch/distributed/elastic/multiprocessing/api.py:874] failed (exitcode: ${exitcode}) local_rank: 0 (pid: 1013) of binary: /usr/bin/python3
Traceback (most recent call last):
  File "/usr/local/bin/torchrun", line 8, in <module>
torch.distributed.elastic.multiprocessing.errors.ChildFailedError:
============================================================
cosmos_transfer1/diffusion/inference/transfer.py FAILED
------------------------------------------------------------
Root Cause (first observed failure):
[0]:
  time      : 2026-07-01_11:27:00
  host      : gpu1
  rank      : 0 (local_rank: 0)
  exitcode  : ${exitcode} (pid: 1013)
  error_file: <N/A>
  traceback : ${traceback}
============================================================
`;
const explain = (patterns: readonly FailurePattern[], ending: Partial<Ending>) =>
  explainFailure({
    exit_code: 1,
    oom_killed: false,
    log_tail: "",
    output_problem: null,
    patterns,
    ...ending,
  });

const oom =
  "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.50 GiB. GPU 0 has a total capacity of 79.15 GiB of which 1.20 GiB is free. Process 1 has 77.9 GiB memory in use.";
const noneType = raised("TypeError: cannot unpack non-iterable NoneType object");

test.each([
  ["oom_gpu", raised(`[rank0]: ${oom}`), /GPU 0 .*wanted 2\.50 GiB.*1\.20 GiB of its 79\.15 GiB/],
  ["oom_gpu", raised("torch.cuda.OutOfMemoryError: out of memory"), /OutOfMemoryError/],
  [
    "t5_fallback",
    at(
      "WARNING",
      "Failed to load T5 model using cache_dir 'checkpoints', falling back to default: No such file",
    ) + raised("OSError: cut off"),
    /No such file.*45 GB/,
  ],
  ["oom_host", "", /killed/, -9],
  ["segv", "Fatal Python error: Segmentation fault\n", /native code.*exitcode: -11/, -11],
  ["segv", "", /SIGABRT.*exitcode: -6/, -6],
  ["nccl", "[rank1]: Watchdog caught collective operation timeout: WorkNCCL\n", /talking/, -6],
  ["shm", "", /shm/, -7],
  [
    "guard_prompt",
    at("CRITICAL", "GUARDRAIL BLOCKED: BLOCKLIST: exact match blocklist. Word: bomb") + noneType,
    /exact match blocklist\. Word: bomb/,
  ],
  [
    "guard_prompt",
    at("CRITICAL", "Guardrail blocked generation for entire batch.") + noneType,
    /entire batch/,
  ],
  [
    "guard_video",
    at("CRITICAL", "GUARDRAIL BLOCKED: VIDEOCONTENTSAFETYFILTER: unsafe frames detected") +
      noneType,
    /video was refused/,
  ],
  [
    "ckpt_missing",
    raised("FileNotFoundError: [Errno 2] No such file or directory: 'checkpoints/a/base_model.pt'"),
    /checkpoints\/a\/base_model\.pt/,
  ],
  [
    "input_missing",
    raised("FileNotFoundError: [Errno 2] No such file or directory: '/job/in/input.mp4'"),
    /\/job\/in\/input\.mp4/,
  ],
  [
    "input_missing",
    '  File "a.py", line 3, in _load_frame\n    assert frames\nAssertionError\n',
    /could not be read/,
  ],
  [
    "seg_nothing",
    `No boxes detected. Exiting.\n${raised("FileNotFoundError: No such file: '/job/out/seg_input_control_0.mp4'")}`,
    /found nothing/,
  ],
  [
    "hf_gated",
    raised(
      "huggingface_hub.errors.GatedRepoError: 401 Client Error. Cannot access gated repo for url https://huggingface.co/nvidia/Cosmos-Guardrail1/resolve/main/a.",
    ),
    /Cosmos-Guardrail1/,
  ],
  ["hf_offline", raised("huggingface_hub.errors.LocalEntryNotFoundError: An error"), /cache/],
  ["bad_spec", raised("ValueError: Invalid hint_key: blur. Must be one of {'vis'}"), /blur/],
  ["bad_spec", "transfer.py: error: unrecognized arguments: --x\n", /unrecognized arguments: --x/],
  ["bad_gpu_count", raised("AssertionError: 16 cannot divide cp_size 3"), /3 GPUs/],
  [
    "too_long_upscale",
    raised("RuntimeError: input tensor must fit into 32-bit index math"),
    /121 frames/,
  ],
  [
    "no_repo",
    raised("ModuleNotFoundError: No module named 'cosmos_transfer1'"),
    /cosmos_transfer1/,
  ],
  ["no_gpu", raised("RuntimeError: Found no NVIDIA driver on your system."), /no usable GPU/],
  ["no_gpu", raised("RuntimeError: CUDA driver version is insufficient for CUDA"), /too old/],
  ["gpu_lost", "Failed to initialize NVML: Unknown Error\n", /lost its GPU/],
  ["nccl", "[rank1]: Watchdog caught collective operation timeout: WorkNCCL\n", /talking/],
  ["shm", raised("OSError: [Errno 28] No space left on device: '/dev/shm/torch_1'"), /shm/],
  ["no_space", raised("OSError: [Errno 28] No space left on device: '/job/out/a'"), /disk is full/],
  ["stopped", raised("SignalException: Process 7 got signal: 15"), /signal 15/],
  ["exception", raised("[rank0]: RuntimeError: shapes differ"), /RuntimeError: shapes differ/],
] as const)("Transfer 1 fails as %s", (error_code, evidence, words, exitcode: number = 1) => {
  const noise = "x".repeat(20_000);
  const failure = explain(transfer1Failures, {
    log_tail: `${at("INFO", "Using random seed 1")}${evidence}${noise}\n${block(exitcode)}`,
  });

  expect(failure).toEqual({ error_code, error_message: expect.stringMatching(words) });
});

test.each([
  [
    "a refused prompt",
    at("CRITICAL", "Guardrail blocked generation. Prompt: a forbidden scene"),
    "guard_prompt",
    /a forbidden scene/,
  ],
  [
    "a refused video",
    at("CRITICAL", "GUARDRAIL BLOCKED: VIDEOCONTENTSAFETYFILTER: unsafe frames detected"),
    "guard_video",
    /unsafe frames/,
  ],
  ["an unknown reason", at("ERROR", "nothing to do"), "output_missing", /no video.*nothing to do/],
])("Transfer 2.5 that ends normally after %s has failed", (_title, log_tail, code, words) => {
  const ending = { exit_code: 0, output_problem: "left no video", log_tail };
  const failure = explain(transfer25Failures, ending);

  expect(failure).toEqual({ error_code: code, error_message: expect.stringMatching(words) });
});

test.each([
  [
    "bad_spec",
    "2 validation errors for InferenceArguments\nname\n  Field required\n",
    /validation errors/,
  ],
  ["bad_spec", "json.decoder.JSONDecodeError: Expecting value: line 1\n", /Expecting value/],
])("Transfer 2.5 fails as %s", (error_code, log_tail, words) => {
  expect(explain(transfer25Failures, { log_tail })).toEqual({
    error_code,
    error_message: expect.stringMatching(words),
  });
});

test.each([
  [
    "gpu_busy",
    raised(
      "ValueError: Free memory on device (60.1/79.1 GiB) on startup is less than desired GPU memory utilization (0.98, 77.5 GiB).",
    ),
    /60\.1 of its 79\.1 GiB/,
  ],
  ["env_upsampler", raised("KeyError: 'OMP_NUM_THREADS'"), /OMP_NUM_THREADS/],
])("Pixtral fails as %s", (error_code, log_tail, words) => {
  expect(explain(pixtralFailures, { log_tail })).toEqual({
    error_code,
    error_message: expect.stringMatching(words),
  });
});

test("the exception of the rank that failed first counts", () => {
  const log_tail = `[rank0]: ValueError: cause\n[rank1]: RuntimeError: consequence\n${block(1)}`;

  expect(explain(transfer1Failures, { log_tail }).error_message).toContain("ValueError: cause");
});

test("a process killed for memory is told apart from one that was killed", () => {
  const [killed, starved] = [false, true].map((oom_killed) =>
    explain(transfer1Failures, { exit_code: 137, oom_killed }),
  );

  expect(killed?.error_code).toBe("crashed");
  expect(starved?.error_code).toBe("oom_host");
});

test("a log made to be slow to search is searched all the same", () => {
  const log_tail = ["1", "a.", "FileNotFoundError: '", "10%|"]
    .map((text) => text.repeat(64_000 / text.length))
    .join("\n");

  expect(explain(transfer1Failures, { log_tail, exit_code: 3 }).error_code).toBe("exit_code");
});

const operations = Object.values(models).flatMap((model) => Object.values(model.operations));
const codes = new Set(
  operations.flatMap(({ failures }) => failures.map(({ error_code }) => error_code)),
);

test.each([...codes])("there is advice about %s", (code) => {
  expect(Object.keys(failureAdvice)).toContain(code);
});

test("a failure nobody foresaw has advice, too", () => {
  expect(adviseFailure("surprise").text).toMatch(/log/);
  expect(adviseFailure("constructor").text).toMatch(/log/);
});
