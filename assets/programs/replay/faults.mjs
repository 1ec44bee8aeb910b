// How the GPU models fail, in their own words. Most of them end with torchrun's summary and exit code 1.
import { writeFileSync } from "node:fs";
import { bar, byteBar, endBar, log, pause, say } from "./say.mjs";

/** Plays a failure; it does not return. */
export async function playFault(name, stage) {
  log(`Rehearsing the failure ${JSON.stringify(name)}`);
  const fault = faults[name];
  if (!fault) throw new Error(`There is no failure called ${JSON.stringify(name)} to rehearse.`);
  process.exit((await fault(stage)) ?? 1);
}

const faults = {
  oom_gpu: () =>
    raise(
      "[rank0]: torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.50 GiB. GPU 0 has a total capacity of 79.15 GiB of which 1.20 GiB is free. Process 1 has 77.93 GiB memory in use.",
    ),
  gpu_busy: () =>
    raise(
      "ValueError: Free memory on device (60.12/79.15 GiB) on startup is less than desired GPU memory utilization (0.98, 77.57 GiB). Decrease GPU memory utilization or reduce GPU memory used by other processes.",
    ),
  t5_fallback: async () => {
    log(
      "Failed to load T5 model using cache_dir 'checkpoints', falling back to default: No such file or directory",
      "WARNING",
    );
    for (let done = 0; done < 24; done += 1) {
      byteBar("pytorch_model.bin", done, 45.2);
      await pause(15);
    }
    endBar();
    return raise("OSError: Consistency check failed: file should be of size 45229642121");
  },
  oom_host: () => torchrun(-9, "Signal 9 (SIGKILL) received by PID 1013"),
  segv: () => {
    say("Fatal Python error: Segmentation fault");
    return torchrun(-11, "Signal 11 (SIGSEGV) received by PID 1013");
  },
  shm: () => {
    say("RuntimeError: DataLoader worker (pid 1020) is killed by signal: Bus error.");
    return torchrun(-7, "Signal 7 (SIGBUS) received by PID 1013");
  },
  guard_prompt: (stage) =>
    blocked(stage, "BLOCKLIST: exact match blocklist. Word: rehearsal", "Prompt: a rehearsal"),
  guard_video: (stage) =>
    blocked(stage, "VIDEOCONTENTSAFETYFILTER: unsafe frames detected", "Video is not safe"),
  ckpt_missing: () =>
    raise(
      "FileNotFoundError: [Errno 2] No such file or directory: 'checkpoints/nvidia/Cosmos-Transfer1-7B/base_model.pt'",
    ),
  input_missing: () =>
    raise("FileNotFoundError: [Errno 2] No such file or directory: '/job/in/input.mp4'"),
  seg_nothing: () => {
    say("No boxes detected. Exiting.");
    return raise("FileNotFoundError: No such file: '/job/out/seg_input_control_0.mp4'");
  },
  hf_gated: () =>
    raise(
      "huggingface_hub.errors.GatedRepoError: 401 Client Error. Cannot access gated repo for url https://huggingface.co/nvidia/Cosmos-Guardrail1/resolve/main/config.json.",
    ),
  hf_offline: () =>
    raise(
      "huggingface_hub.errors.LocalEntryNotFoundError: An error happened while trying to locate the file on the Hub and we cannot find the requested files in the local cache.",
    ),
  bad_spec: () => raise("ValueError: Invalid hint_key: blur. Must be one of {'vis', 'edge'}"),
  bad_gpu_count: () => raise("AssertionError: 16 cannot divide cp_size 3"),
  too_long_upscale: () => raise("RuntimeError: input tensor must fit into 32-bit index math"),
  env_upsampler: () => raise("KeyError: 'OMP_NUM_THREADS'"),
  no_repo: () => raise("ModuleNotFoundError: No module named 'cosmos_transfer1'"),
  no_gpu: () => raise("RuntimeError: Found no NVIDIA driver on your system."),
  gpu_lost: () => {
    say("Failed to initialize NVML: Unknown Error");
    return raise("RuntimeError: CUDA error: unspecified launch failure");
  },
  nccl: () => {
    say("[rank1]:[E701 11:27:00 ProcessGroupNCCL.cpp:632] [Rank 1] Watchdog caught collective operation timeout: WorkNCCL(SeqNum=12, OpType=ALLGATHER)");
    return torchrun(-6, "Signal 6 (SIGABRT) received by PID 1014");
  },
  no_space: () => raise("OSError: [Errno 28] No space left on device: '/job/out/output.mp4'"),
  stopped: () =>
    raise("torch.distributed.elastic.multiprocessing.api.SignalException: Process 7 got signal: 15"),
  exception: () => raise("[rank0]: RuntimeError: The size of tensor a (9) must match tensor b (1)"),
  output_missing: () => {
    log("nothing was generated", "ERROR");
    return 0;
  },
  garbage: (stage) => {
    const name = stage.style === "pixtral" ? "result.json" : "output.mp4";
    writeFileSync(stage.file(name), "this is neither a video nor a text");
    return 0;
  },
  crash: async () => {
    process.kill(process.pid, "SIGSEGV");
    await forever();
  },
  hang: async () => {
    bar("Generating samples", 3, 35);
    await forever();
  },
};

/** The first generation stumbles over a refusal; the second ends normally, without a video. */
function blocked(stage, reason, words) {
  log(`GUARDRAIL BLOCKED: ${reason}`, "CRITICAL");
  if (stage.style === "transfer25") {
    log(`Guardrail blocked generation. ${words}`, "CRITICAL");
    return 0;
  }
  log("Guardrail blocked generation for entire batch.", "CRITICAL");
  return raise("TypeError: cannot unpack non-iterable NoneType object");
}

/** An exception in a worker process, and what torchrun makes of it. */
function raise(message) {
  say('Traceback (most recent call last):\n  File "/workspace/cosmos/inference.py", line 163, in main\n    run()');
  say(message);
  return torchrun(1, "To enable traceback see: https://pytorch.org/docs/stable/elastic/errors.html");
}

function torchrun(exitcode, traceback) {
  const rule = "=".repeat(60);
  process.stderr.write(`E0701 11:27:00.000000 1 torch/distributed/elastic/multiprocessing/api.py:874] failed (exitcode: ${exitcode}) local_rank: 0 (pid: 1013) of binary: /usr/bin/python3
Traceback (most recent call last):
  File "/usr/local/bin/torchrun", line 8, in <module>
torch.distributed.elastic.multiprocessing.errors.ChildFailedError:
${rule}
inference.py FAILED
${"-".repeat(60)}
Root Cause (first observed failure):
[0]:
  time      : 2026-07-01_11:27:00
  host      : gpu1
  rank      : 0 (local_rank: 0)
  exitcode  : ${exitcode} (pid: 1013)
  error_file: <N/A>
  traceback : ${traceback}
${rule}
`);
  return 1;
}

/** An interval keeps the process alive; only a signal ends it. */
function forever() {
  setInterval(() => {}, 60_000);
  return new Promise(() => {});
}
