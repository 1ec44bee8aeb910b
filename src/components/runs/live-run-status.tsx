"use client";
import Link from "next/link";
import { FreshnessMark } from "../live/freshness-mark";
import { useLiveRuns } from "../live/use-live-runs";
import { usePageRefresh } from "../live/use-page-refresh";
import { NotifyToggle } from "../notices/notify-toggle";
import { Card } from "../ui/card";
import { RunProgress } from "./run-progress";
import type { RunRow } from "./run-row";
import { RunWarning } from "./run-warning";
import { RunStatusBadge } from "./run-status-badge";

/** A run that has not ended: where it is, live. The page is asked for anew when its status turns. */
export function LiveRunStatus({ initial }: { initial: RunRow }) {
  const onTurn = usePageRefresh();
  const { runs, connection, feed } = useLiveRuns({
    initial: [initial],
    cursor: initial.change_seq,
    run_id: initial.id,
    onTurn,
  });
  const run = runs.find(({ id }) => id === initial.id) ?? initial;
  return (
    <Card className="mb-4 space-y-3 px-4 py-3.5" aria-label="Status">
      {feed}
      <div className="flex items-center justify-between gap-3">
        <RunStatusBadge status={run.status} cancelling={run.cancelling} />
        <span className="flex flex-wrap items-center justify-end gap-2">
          <FreshnessMark connection={connection} />
          <NotifyToggle run={run} />
        </span>
      </div>
      {run.status === "pending" ? (
        <p className="text-muted text-sm">
          {run.wait_reason ?? "Waits for its turn."} The{" "}
          <Link href="/" prefetch={false} className="underline underline-offset-2">
            queue
          </Link>{" "}
          says what it waits for.
        </p>
      ) : (
        <>
          <RunProgress run={run} />
          <RunWarning warning={run.warning} />
        </>
      )}
    </Card>
  );
}
