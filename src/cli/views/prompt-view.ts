import type { PromptRecord, RunRecord } from "@/domain/records";
import { oneLine } from "../terminal/one-line";
import { paint } from "../terminal/paint";
import { keyValues } from "./key-values";
import { relativeTime } from "./relative-time";
import { runTable } from "./run-table";

interface PromptView {
  prompt: PromptRecord;
  /** Its newest runs. */
  runs: readonly RunRecord[];
  /** Address of the server, for the link to its page. */
  url: string;
}

/** The whole of `cosmos show PROMPT_ID`. */
export function promptView({ prompt, runs, url }: PromptView): string {
  const sections = [
    `${paint("bold", `prompt ${prompt.id}`)}  ${oneLine(prompt.name)}`,
    keyValues([
      ["text", oneLine(prompt.prompt_text)],
      ["negative", oneLine(prompt.negative_prompt)],
      ["input", oneLine(prompt.input_name)],
      ["videos", Object.keys(prompt.inputs).join(", ")],
      ["enhanced by", prompt.enhanced_by_run_id],
      ["from prompt", prompt.parent_prompt_id],
      ["created", `${prompt.created_at}  ${relativeTime(prompt.created_at)}`],
      ["page", `${url}/prompts/${prompt.id}`],
    ]),
    runs.length > 0
      ? `${paint("bold", runsTitle(prompt, runs))}\n${runTable(runs)}`
      : "No runs yet.",
  ];
  return sections.join("\n\n");
}

function runsTitle(prompt: PromptRecord, runs: readonly RunRecord[]): string {
  if (prompt.run_count <= runs.length) return "Runs";
  return `Newest ${runs.length} of ${prompt.run_count} runs`;
}
