import type { EngineRecord } from "@/domain/records";
import { clip } from "../terminal/display-width";
import { oneLine } from "../terminal/one-line";
import { type Column, renderTable } from "../terminal/render-table";
import { relativeTime } from "./relative-time";

const columns: Column<EngineRecord>[] = [
  { title: "NAME", cell: (engine) => oneLine(engine.name) },
  { title: "HEALTH", cell: (engine) => engine.health },
  { title: "TAKES RUNS", cell: (engine) => (engine.draining ? "no, draining" : "yes") },
  { title: "SLOTS", cell: (engine) => engine.slots.map(describeSlot).join(", ") },
  { title: "SEEN", cell: (engine) => relativeTime(engine.observed_at) },
  { title: "PROBLEM", cell: (engine) => clip(oneLine(engine.error ?? ""), 80) },
];

/** Engines, one a line. */
export function engineTable(engines: readonly EngineRecord[]): string {
  if (engines.length === 0)
    return "No worker has reported an engine yet. It starts with: cosmos up";
  return renderTable(columns, engines);
}

const describeSlot = ({ label, run_id }: EngineRecord["slots"][number]) =>
  `${oneLine(label)} ${run_id ?? "free"}`;
