import { adviseFailure } from "@/domain/failures/advise-failure";
import { formatDuration } from "@/domain/format-duration";
import type { RunEventRecord, RunRecord } from "@/domain/records";
import { oneLine } from "../terminal/one-line";
import { paint } from "../terminal/paint";
import { flattenSettings } from "./flatten-settings";
import { gpuReceipt } from "./gpu-receipt";
import { type KeyValue, keyValues } from "./key-values";
import { progressText } from "./progress-text";
import { relativeTime } from "./relative-time";
import { runDuration } from "./run-duration";
import { runTable } from "./run-table";
import { statusWords } from "./status-words";

interface RunView {
  run: RunRecord;
  events: readonly RunEventRecord[];
  /** The run's whole family, itself included. */
  lineage: readonly RunRecord[];
  /** Address of the server, for the link to its page. */
  url: string;
}

/** The whole of `cosmos show RUN_ID`. */
export function runView({ run, events, lineage, url }: RunView): string {
  const parents = lineage.filter((other) => other.id === run.parent_run_id);
  const children = lineage.filter((other) => other.parent_run_id === run.id);
  const sections = [
    `${paint("bold", `${run.model_type} ${run.id}`)}  ${statusWords(run.status)}${run.simulated ? paint("yellow", "  simulated") : ""}`,
    keyValues(facts(run, url)),
    titled("Parameters", keyValues(flattenSettings(run.execution_config), "  ")),
    titled("Outputs", keyValues(flattenSettings(run.outputs), "  ")),
    titled("GPU", run.gpu !== null && keyValues(gpuReceipt(run.gpu), "  ")),
    titled("Timeline", keyValues(events.map(eventLine), "  ")),
    titled("Parent", parents.length > 0 && runTable(parents)),
    titled("Children", children.length > 0 && runTable(children)),
  ];
  return sections.filter(Boolean).join("\n\n");
}

function facts(run: RunRecord, url: string): KeyValue[] {
  const error =
    run.error_message && `${oneLine(run.error_message)} (${run.error_code ?? "failed"})`;
  return [
    ["error", error && paint("red", error)],
    ["advice", run.status === "failed" ? failureAdviceText(run.error_code) : null],
    ["warning", run.warning && paint("yellow", oneLine(run.warning))],
    ["progress", run.status === "running" ? progressText(run.progress) : null],
    ["waits", run.wait_reason && paint("yellow", oneLine(run.wait_reason))],
    ["prompt", `${run.prompt_id}  ${oneLine(run.prompt_name)}`],
    ["created", `${run.created_at}  ${relativeTime(run.created_at)}`],
    ["started", run.started_at],
    ["ended", run.completed_at],
    ["took", run.started_at && runDuration(run)],
    ["limit", run.time_limit_seconds === null ? null : formatDuration(run.time_limit_seconds)],
    ["attempt", run.attempt > 1 ? String(run.attempt) : null],
    ["container", run.container_name],
    ["place", [run.engine, run.slot].filter(Boolean).join(" ")],
    ["log", run.log_path],
    ["page", `${url}/runs/${run.id}`],
  ];
}

function failureAdviceText(error_code: string | null): string {
  const { text, retry_text } = adviseFailure(error_code);
  return `${text} ${retry_text}`;
}

function eventLine(event: RunEventRecord): KeyValue {
  const what = [event.type, event.message && `: ${oneLine(event.message)}`]
    .filter(Boolean)
    .join("");
  return [event.at, `${what}  ${paint("dim", `by ${event.actor}`)}`];
}

function titled(title: string, body: string | false): string {
  return body ? `${paint("bold", title)}\n${body}` : "";
}
