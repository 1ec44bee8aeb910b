import Link from "next/link";
import type { ReactNode } from "react";
import { formatDuration } from "@/domain/format-duration";
import type { RunRecord } from "@/domain/records";
import { RunDuration } from "../format/run-duration";
import { TimeAgo } from "../format/time-ago";
import { Card } from "../ui/card";
import { Facts } from "../ui/facts";

/** Who, where and when of a run. */
export function RunFacts({ run }: { run: RunRecord }) {
  const { retry_of_run_id } = run.execution_config;
  const items: [string, ReactNode][] = [
    [
      "Id",
      <code key="id" className="font-mono text-xs">
        {run.id}
      </code>,
    ],
    ["Created", <TimeAgo key="created" at={run.created_at} />],
  ];
  if (run.started_at) {
    items.push(
      ["Started", <TimeAgo key="started" at={run.started_at} />],
      [
        "Duration",
        <RunDuration key="duration" started_at={run.started_at} completed_at={run.completed_at} />,
      ],
    );
  }
  if (run.time_limit_seconds !== null) {
    items.push(["Time limit", formatDuration(run.time_limit_seconds)]);
  }
  if (run.engine) items.push(["Engine", run.slot ? `${run.engine}, ${run.slot}` : run.engine]);
  if (run.container_name) {
    items.push([
      "Container",
      <code key="name" className="font-mono text-xs">
        {run.container_name}
      </code>,
    ]);
  }
  if (run.exit_code !== null) items.push(["Exit code", run.exit_code]);
  if (typeof retry_of_run_id === "string") {
    items.push([
      "Retry of",
      <Link
        key="retry"
        href={`/runs/${retry_of_run_id}`}
        prefetch={false}
        className="font-mono text-xs underline"
      >
        {retry_of_run_id}
      </Link>,
    ]);
  }
  return (
    <Card title="Run">
      <Facts items={items} />
    </Card>
  );
}
