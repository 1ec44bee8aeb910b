import type { Advice } from "./advise-failure";

/** What to do about each kind of failure, by `error_code`; never stored with a run. */
export const failureAdvice: Readonly<Record<string, Advice>> = {
  // What the GPU models run into.
  oom_gpu: {
    retry: "after_change",
    text: "If little was free at the start, another process uses this GPU. Otherwise use fewer controls, a shorter video, or a GPU with more memory.",
  },
  gpu_busy: { retry: "as_is", text: "Wait until nothing else uses the GPU." },
  t5_fallback: {
    retry: "after_change",
    text: "Put the text encoder's files into the checkpoints folder, or free memory if it ran out of it.",
  },
  oom_host: {
    retry: "after_change",
    text: "Loading takes tens of GB of memory: raise COSMOS_MEMORY_LIMIT_GB, or let fewer programs run on the host.",
  },
  segv: {
    retry: "as_is",
    text: "Once may be chance. If it happens again, look for Xid in the host's dmesg and update the GPU driver.",
  },
  guard_prompt: { retry: "no", text: "Change the wording of the prompt and start a new run." },
  guard_video: { retry: "after_change", text: "Start a new run with another seed or prompt." },
  guard_blocked: { retry: "no", text: "Change the wording of the prompt and start a new run." },
  ckpt_missing: {
    retry: "after_change",
    text: "Download the checkpoints to this host, into the folder that COSMOS_CHECKPOINTS_DIR names.",
  },
  input_missing: {
    retry: "after_change",
    text: "Check that the prompt's input videos exist and can be played.",
  },
  bad_input: {
    retry: "after_change",
    text: "Check that the prompt's input videos exist and can be played.",
  },
  seg_nothing: {
    retry: "after_change",
    text: "Name what is in the video in the prompt, give a segmentation video, or set the weight of seg to 0.",
  },
  hf_gated: {
    retry: "after_change",
    text: "Accept the model's licence on its Hugging Face page and set HF_TOKEN.",
  },
  hf_offline: {
    retry: "after_change",
    text: "Download the model to this host first, into the folders that COSMOS_CHECKPOINTS_DIR and COSMOS_CACHE_DIR name.",
  },
  bad_spec: {
    retry: "no",
    text: "Change the setting that it names in a new run. Cosmos should have refused it before: please report that.",
  },
  bad_gpu_count: { retry: "no", text: "Start a new run with 1, 2, 4 or 8 GPUs." },
  too_long_upscale: {
    retry: "no",
    text: "Transfer a video of at most 121 frames, then upscale that one.",
  },
  env_upsampler: {
    retry: "no",
    text: "Cosmos starts it with the whole environment, so its image may change it: please report it.",
  },
  no_repo: {
    retry: "after_change",
    text: "Use an image that holds the model's source in /workspace.",
  },
  no_gpu: {
    retry: "after_change",
    text: "Check that nvidia-smi works in a container on this host, and that driver, image and GPU fit each other.",
  },
  gpu_lost: {
    retry: "as_is",
    text: "A new container gets the GPU again. If it happens often, look for Xid in the host's dmesg.",
  },
  nccl: {
    retry: "as_is",
    text: "If it happens again, use one GPU, or check the links between them with nvidia-smi topo -m.",
  },
  shm: { retry: "after_change", text: "Give the container at least 8 GiB of shared memory." },
  no_space: {
    retry: "after_change",
    text: "Free space where the data folder and the model cache lie.",
  },
  stopped: { retry: "as_is", text: "Somebody, or the host's shutdown, stopped it." },
  exception: { retry: "as_is", text: "The log holds the whole traceback above its end." },

  // What any program runs into.
  out_of_memory: {
    retry: "after_change",
    text: "Use a smaller input, or a machine with more memory.",
  },
  llm_unreachable: {
    retry: "after_change",
    text: "Check that the endpoint runs and that COSMOS_LLM_URL names it.",
  },
  llm_refused: {
    retry: "after_change",
    text: "Check the endpoint's key and the name of its model.",
  },
  container_vanished: {
    retry: "as_is",
    text: "Something outside Cosmos removed it. Nothing of it runs any more.",
  },
  output_missing: {
    retry: "as_is",
    text: "The end of the log tells what the program did instead of writing its result.",
  },
  crashed: { retry: "as_is", text: "The end of the log holds its last words." },
  exit_code: { retry: "as_is", text: "The end of the log says why." },
  timed_out: {
    retry: "after_change",
    text: "Use fewer steps or a shorter video; if it was silent for long, look at its log first.",
  },

  // What keeps a run from starting.
  cannot_start: { retry: "after_change", text: "Do what the message says." },
  engine: { retry: "after_change", text: "Do what the message says, on the engine's host." },
  given_up: {
    retry: "as_is",
    text: "Its engine was lost. See that the old container is gone before it does the work twice.",
  },
  parent_failed: { retry: "after_change", text: "Retry the run that it continues first." },
};
