import type { ActivityRecord, EngineRecord, ObservedContainer, RunRecord } from "@/domain/records";
import { oneLine } from "../terminal/one-line";
import { paint } from "../terminal/paint";
import { renderTable } from "../terminal/render-table";
import { gpuLines } from "./gpu-lines";
import { relativeTime } from "./relative-time";
import { runTable } from "./run-table";

const recentShown = 10;

/** The whole of `cosmos status`: engines with their slots, then what runs, waits and has ended. */
export function statusView(activity: ActivityRecord): string {
  const sections = [
    engineLines(activity.engines).join("\n"),
    section("Running", activity.running) ?? idleLine(activity),
    section(queueTitle(activity), activity.pending) ??
      (activity.queue.paused && queueTitle(activity)),
    section("Recent", activity.recent.slice(0, recentShown)),
    orphanSection(activity.orphans),
    missingLines(activity.missing).join("\n"),
  ];
  return sections.filter(Boolean).join("\n\n");
}

function engineLines(engines: readonly EngineRecord[]): string[] {
  if (engines.length > 0)
    return engines.flatMap((engine) => [engineLine(engine), ...gpuLines(engine)]);
  return [`Engine  ${paint("yellow", "? unknown")}: no worker has reported yet`];
}

function engineLine(engine: EngineRecord): string {
  const seen = engine.observed_at ? `seen ${relativeTime(engine.observed_at)}` : "never seen";
  const slots = engine.slots.map((slot) => `${oneLine(slot.label)} ${slot.run_id ?? "free"}`);
  const place =
    slots.length > 0 && engine.health === "healthy" ? `  slots: ${slots.join(", ")}` : "";
  return `Engine ${engine.name}  ${healthWords(engine)}  ${paint("dim", seen)}${place}`;
}

function healthWords({ health, error }: EngineRecord): string {
  if (health === "healthy") return paint("green", "✓ healthy");
  if (health === "unreachable")
    return paint("red", `✗ unreachable: ${oneLine(error ?? "no answer")}`);
  return paint("yellow", "? unknown: the worker is not running or has not reported lately");
}

function idleLine({ engines }: ActivityRecord): string {
  const known = engines.length > 0 && engines.every((engine) => engine.health === "healthy");
  if (!known) return "What is running now is unknown.";
  const busy = engines.some(({ slots }) => slots.some((slot) => slot.run_id !== null));
  return busy ? "No run of this type is running." : "Nothing is running.";
}

function queueTitle({ pending, queue }: ActivityRecord): string {
  const paused = `paused by ${oneLine(queue.paused_by ?? "someone")} ${relativeTime(queue.paused_at)}`;
  return `Queue (${pending.length} waiting${queue.paused ? `, ${paused}` : ""})`;
}

function section(title: string, runs: readonly RunRecord[]): string | null {
  return runs.length > 0 ? `${paint("bold", title)}\n${runTable(runs)}` : null;
}

function orphanSection(orphans: readonly ObservedContainer[]): string | null {
  if (orphans.length === 0) return null;
  const table = renderTable<ObservedContainer>(
    [
      { title: "CONTAINER", cell: (container) => oneLine(container.container_name) },
      { title: "STATE", cell: (container) => container.state },
      { title: "STARTED", cell: (container) => relativeTime(container.started_at) },
    ],
    orphans,
  );
  return `${paint("bold", "Orphans (containers of ours that no run belongs to)")}\n${table}`;
}

function missingLines(missing: readonly string[]): string[] {
  return missing.map((id) =>
    paint("yellow", `Run ${id} is running, but the engine has no container for it.`),
  );
}
