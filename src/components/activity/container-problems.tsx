"use client";
import Link from "next/link";
import type { ObservedContainer } from "@/domain/records";
import { TimeAgo } from "../format/time-ago";
import { Card } from "../ui/card";

interface ContainerProblemsProps {
  orphans: readonly ObservedContainer[];
  missing: readonly string[];
}

/** Containers without a run and runs without a container: shown, never silently repaired away. */
export function ContainerProblems({ orphans, missing }: ContainerProblemsProps) {
  if (orphans.length === 0 && missing.length === 0) return null;
  return (
    <Card title="Needs attention" data-tone="warning" className="ring-1 ring-tone/60">
      <ul className="divide-y divide-line text-sm">
        {orphans.map((container) => (
          <li key={container.container_id} className="space-y-0.5 px-4 py-2.5">
            <p className="truncate font-medium font-mono text-xs">{container.container_name}</p>
            <p className="text-muted text-xs">
              Container without a run, {container.state} on {container.engine}, seen{" "}
              <TimeAgo at={container.observed_at} />
            </p>
          </li>
        ))}
        {missing.map((id) => (
          <li key={id} className="space-y-0.5 px-4 py-2.5">
            <Link
              href={`/runs/${id}`}
              prefetch={false}
              className="font-mono text-xs hover:underline"
            >
              {id}
            </Link>
            <p className="text-muted text-xs">Running run without a container</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
