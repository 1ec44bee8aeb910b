import type { PromptRecord } from "@/domain/records";
import { clip } from "../terminal/display-width";
import { oneLine } from "../terminal/one-line";
import { type Column, renderTable } from "../terminal/render-table";
import { relativeTime } from "./relative-time";

const columns: Column<PromptRecord>[] = [
  { title: "ID", cell: (prompt) => prompt.id },
  { title: "NAME", cell: (prompt) => clip(oneLine(prompt.name), 30) },
  { title: "INPUT", cell: (prompt) => clip(oneLine(prompt.input_name), 24) },
  { title: "RUNS", cell: (prompt) => String(prompt.run_count), align: "right" },
  { title: "CREATED", cell: (prompt) => relativeTime(prompt.created_at) },
  { title: "TEXT", cell: (prompt) => clip(oneLine(prompt.prompt_text), 50) },
];

/** Prompts, one a line. */
export function promptTable(prompts: readonly PromptRecord[]): string {
  return renderTable(columns, prompts);
}
