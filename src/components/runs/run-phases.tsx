"use client";
import { measurePhases } from "@/domain/phases/measure-phases";
import type { RunRecord } from "@/domain/records";
import { trpc } from "@/trpc/react";
import { useNow } from "../format/clock";
import { useOperation } from "../operations/operations-context";
import { Card } from "../ui/card";
import { PhaseTimes } from "./phase-times";

interface RunPhasesProps {
  run: Pick<
    RunRecord,
    "id" | "model_type" | "status" | "phases" | "started_at" | "completed_at" | "change_seq"
  >;
  /** Names of the phases in which a model is loaded. */
  loading: readonly string[];
}

const LOOK_AGAIN_MS = 4000;

/** How long each phase of a run took, or has been taking; nothing before it began. */
export function RunPhases({ run: initial, loading }: RunPhasesProps) {
  const operation = useOperation(initial.model_type);
  const { data } = trpc.runs.get.useQuery(
    { id: initial.id },
    {
      enabled: initial.status === "running",
      refetchInterval: ({ state }) => (state.data?.completed_at ? false : LOOK_AGAIN_MS),
    },
  );
  // The page itself may be newer than what was asked for last.
  const run = data && data.change_seq > initial.change_seq ? data : initial;
  if (run.started_at === null) return null;
  const { phases, started_at, status, completed_at } = run;
  const props = { phases, started_at, status, loading };
  return (
    <Card title="Phases" data-tone={operation?.tone}>
      {completed_at === null ? (
        <TickingPhases {...props} />
      ) : (
        <MeasuredPhases {...props} until={Date.parse(completed_at)} />
      )}
    </Card>
  );
}

interface PhasesProps extends Pick<RunRecord, "phases" | "status"> {
  started_at: string;
  loading: readonly string[];
}

function TickingPhases(props: PhasesProps) {
  return <MeasuredPhases {...props} until={useNow()} />;
}

function MeasuredPhases({ status, loading, ...measured }: PhasesProps & { until: number }) {
  return <PhaseTimes times={measurePhases(measured, loading)} status={status} />;
}
