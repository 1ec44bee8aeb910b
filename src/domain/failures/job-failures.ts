import type { FailurePattern } from "../models/define-model";

/** Segmentation that found nothing; the missing file it complains about later is a consequence. */
export const segmentationFailures: readonly FailurePattern[] = [
  {
    error_code: "seg_nothing",
    pattern: /No boxes detected\. Exiting\./,
    message: "Segmentation found nothing in the video for the given words.",
  },
];

/** Inputs and settings that the program did not accept. */
export const jobFailures: readonly FailurePattern[] = [
  {
    error_code: "bad_gpu_count",
    pattern: /16 cannot divide cp_size (\d+)/,
    message: "The model cannot work with $1 GPUs: it takes 1, 2, 4 or 8.",
  },
  {
    error_code: "input_missing",
    pattern:
      /FileNotFoundError: [^'\r\n]{0,200}'([^'\r\n]{1,300}\.(?:mp4|avi|mov|mkv|webm|png|jpe?g))'/,
    message: "The input $1 is missing in the container.",
  },
  {
    error_code: "input_missing",
    pattern: /Error: Cannot open video file|_load_frame\b[^]{0,400}?\bAssertionError\b/,
    message: "The input video could not be read.",
  },
  {
    error_code: "bad_spec",
    pattern:
      /ValueError: ((?:Invalid hint_key: |Must have 'input_video'|\w+ controlnet must have|(?:Control weight|\w+) [^\r\n]{0,80}must be (?:a valid )?non-negative|No default distilled checkpoint)[^\r\n]{0,300})/,
    message: "The program rejected the settings of this run: $1",
  },
  {
    error_code: "bad_spec",
    pattern: /\b[\w-]{1,80}\.py: error: ([^\r\n]{1,300})/,
    message: "The program rejected its arguments: $1",
  },
  {
    error_code: "bad_spec",
    pattern:
      /JSONDecodeError: [^\r\n]{1,200}|\b\d{1,6} validation errors? for [^\r\n]{1,200}|Error validating parameters from [^\r\n]{1,200}|(?:Unrecognized|Required) options[^\r\n]{1,200}/,
    message: "The program could not read the settings of this run.",
  },
];
