import type { FailurePattern } from "../models/define-model";

/** The models' own safety filters. Cosmos Transfer 2.5 ends normally after them, without a video. */
export const guardFailures: readonly FailurePattern[] = [
  {
    error_code: "guard_video",
    pattern:
      /VIDEOCONTENTSAFETYFILTER: unsafe frames detected|Generated video \d+ is not safe|All generated videos failed safety checks|GUARDRAIL BLOCKED: VIDEOCONTENTSAFETYFILTER|Guardrail blocked generation\.? [Vv]ideo/,
    message: "The video was refused by the model's safety filter.",
  },
  {
    error_code: "guard_prompt",
    pattern: /GUARDRAIL BLOCKED: (?:BLOCKLIST|LLAMAGUARD3|QWEN3GUARD): ([^\r\n]{1,400})/,
    message: "The prompt was refused by the model's safety filter: $1",
  },
  {
    error_code: "guard_prompt",
    pattern: /Guardrail blocked generation\. ((?:Negative )?[Pp]rompt[^\r\n]{0,400})/,
    message: "The prompt was refused by the model's safety filter: $1",
  },
  {
    error_code: "guard_prompt",
    pattern: /Input text prompt \d+ is not safe|Guardrail blocked/,
    message: "The prompt was refused by the model's safety filter.",
  },
];
