"use client";
import { CircleCheck, CircleHelp, Unplug } from "lucide-react";
import Link from "next/link";
import { pollEnginesAction } from "@/app/actions/poll-engines";
import type { EngineRecord } from "@/domain/records";
import { ActionForm } from "../forms/action-form";
import { TimeAgo } from "../format/time-ago";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { DrainButton } from "./drain-button";
import { GpuList } from "./gpu-list";

const looks = {
  healthy: { label: "Healthy", icon: CircleCheck, tone: "success" },
  unreachable: { label: "Unreachable", icon: Unplug, tone: "danger" },
  unknown: { label: "Unknown", icon: CircleHelp, tone: "warning" },
} as const satisfies Record<EngineRecord["health"], object>;

interface EnginePanelProps {
  engines: readonly EngineRecord[];
  nameOf: (runId: string) => string | undefined;
}

/** Health and slots of every engine, as the worker last saw them. */
export function EnginePanel({ engines, nameOf }: EnginePanelProps) {
  return (
    <Card
      title="Engines"
      aside={
        <ActionForm action={pollEnginesAction} size="sm" variant="ghost">
          Look now
        </ActionForm>
      }
    >
      {engines.length === 0 && (
        <p className="px-4 py-5 text-muted text-sm">
          No worker has reported yet, so nothing is known. It starts with{" "}
          <code className="font-mono text-xs">cosmos up</code>.
        </p>
      )}
      <ul className="divide-y divide-line">
        {engines.map((engine) => (
          <Engine key={engine.name} engine={engine} nameOf={nameOf} />
        ))}
      </ul>
    </Card>
  );
}

function Engine({ engine, nameOf }: { engine: EngineRecord; nameOf: EnginePanelProps["nameOf"] }) {
  const { label, icon: Icon, tone } = looks[engine.health];
  return (
    <li className="space-y-3 px-4 py-3 text-sm">
      <div className="flex items-center justify-between gap-3">
        <span className="font-medium">{engine.name}</span>
        <Badge tone={tone} icon={<Icon aria-hidden />}>
          {label}
        </Badge>
      </div>
      {engine.error && <p className="text-muted text-xs">{engine.error}</p>}
      <ul className="space-y-1.5">
        {engine.slots.map((slot) => (
          <li key={slot.id} className="flex items-baseline justify-between gap-3">
            <span className="truncate text-muted">{slot.label}</span>
            <Occupant run_id={slot.run_id} known={engine.health === "healthy"} nameOf={nameOf} />
          </li>
        ))}
      </ul>
      <GpuList engine={engine} />
      {engine.draining && (
        <p className="text-muted text-xs">
          Draining: it finishes what it has and takes no more runs.
        </p>
      )}
      <div className="flex items-center justify-between gap-3">
        <p className="text-muted text-xs">
          {engine.observed_at && (
            <>
              Last answered <TimeAgo at={engine.observed_at} />
            </>
          )}
        </p>
        <DrainButton name={engine.name} draining={engine.draining} />
      </div>
    </li>
  );
}

interface OccupantProps {
  run_id: string | null;
  known: boolean;
  nameOf: EnginePanelProps["nameOf"];
}

/** Says "free" only where the engine has just answered. */
function Occupant({ run_id, known, nameOf }: OccupantProps) {
  if (run_id === null) return <span className="text-muted">{known ? "Free" : "Unknown"}</span>;
  return (
    <Link href={`/runs/${run_id}`} prefetch={false} className="truncate hover:underline">
      {nameOf(run_id) ?? run_id}
    </Link>
  );
}
