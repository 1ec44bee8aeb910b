import type { FailurePattern } from "../models/define-model";

/** The text encoder of Cosmos Transfer 1 that is fetched again because its file could not be loaded. */
export const textEncoderFailures: readonly FailurePattern[] = [
  {
    error_code: "t5_fallback",
    pattern:
      /Failed to load T5 model using cache_dir [^\r\n]{0,300}?falling back[^:\r\n]{0,200}: ([^\r\n]{1,300})/,
    message:
      "The text encoder could not be loaded ($1), and the program set about downloading 45 GB instead.",
  },
];

/** Model files that are not there, or that may not be fetched. */
export const checkpointFailures: readonly FailurePattern[] = [
  {
    error_code: "hf_gated",
    pattern:
      /(?:Cannot access gated repo for url|(?:401|403) Client Error[^\r\n]{0,200}? for url:?) (https?:\/\/[^\s'"]{1,200})/,
    message: "Hugging Face refused the download of $1: the token or the licence is missing.",
  },
  {
    error_code: "hf_gated",
    pattern: /GatedRepoError|Cannot access gated repo|(?:401|403) Client Error/,
    message: "Hugging Face refused a download: the token or the licence is missing.",
  },
  {
    error_code: "hf_offline",
    pattern:
      /LocalEntryNotFoundError|We couldn't connect to|Name or service not known|Temporary failure in name resolution|offline mode/,
    message: "A model is not in the cache, and the program could not reach Hugging Face for it.",
  },
  {
    error_code: "ckpt_missing",
    pattern:
      /FileNotFoundError: [^'\r\n]{0,200}'([^'\r\n]{1,300}\.(?:pt|pth|jit|safetensors|bin|json|model))'/,
    message: "The model file $1 is missing on this host.",
  },
  {
    error_code: "ckpt_missing",
    pattern: /Checkpoint path ([^\r\n]{1,300}?) does not exist/,
    message: "The model file $1 is missing on this host.",
  },
];

/** The program itself is not in its container. */
export const sourceFailures: readonly FailurePattern[] = [
  {
    error_code: "no_repo",
    pattern: /No module named '(cosmos_\w+)'/,
    message: "The program's own source ($1) is not in the container.",
  },
  {
    error_code: "no_repo",
    pattern: /can't open file '([^'\r\n]{1,300})'/,
    message: "The program's own source ($1) is not in the container.",
  },
];
