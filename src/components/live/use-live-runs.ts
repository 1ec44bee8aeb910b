"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ActivityRecord } from "@/domain/records";
import { trpc } from "@/trpc/react";
import { matchesFilters, type RunFilters } from "../runs/run-filters";
import { type RunRow, toRunRow } from "../runs/run-row";
import { mergeRuns, type RunPatch, type RunPatches } from "./merge-runs";
import { useAwake } from "./use-awake";
import { type Connection, useConnection } from "./use-connection";

/** The parts of the activity that are no runs. */
export type LiveState = Pick<
  ActivityRecord,
  "engines" | "queue" | "containers" | "orphans" | "missing"
>;

interface Options {
  /** What the server rendered. */
  initial: readonly RunRow[];
  /** Everything up to here is in `initial`. */
  cursor: number;
  /** Which runs that arrive belong here; all without. */
  filters?: RunFilters;
  /** Follow only this run. */
  run_id?: string;
  /** Called when a run was created, changed its status or was deleted. */
  onTurn?: () => void;
}

interface LiveRuns {
  runs: RunRow[];
  /** The newest that is known of a run that is not among `runs`. */
  patches: RunPatches;
  /** Null until the server has sent one. */
  live: LiveState | null;
  connection: Connection;
}

// Many events of one moment become one render.
const FLUSH_MS = 40;
const RETRY_MS = 3000;

/**
 * Keeps runs up to date through one subscription that resumes where it stopped. A page that is out of
 * view for a while rests, and catches up when it is looked at again.
 */
export function useLiveRuns({ initial, cursor, filters, run_id, onTurn }: Options): LiveRuns {
  const [live, setLive] = useState<LiveState | null>(null);
  const [start, setStart] = useState(String(cursor));
  const latest = useRef(start);
  const newsAt = useRef<number | null>(null);
  const awake = useAwake();
  const [patches, patch] = usePatches();
  const noteTurn = useTurns(initial, onTurn);
  const { status, reset } = trpc.activity.watch.useSubscription(
    { lastEventId: start, ...(run_id !== undefined && { run_id }) },
    {
      enabled: awake,
      onData: ({ id: cursorAfter, data: event }) => {
        latest.current = cursorAfter;
        newsAt.current = Date.now();
        if (event.type === "activity") return setLive(event.activity);
        if (event.type === "run_deleted") {
          noteTurn(event.id, "deleted");
          return patch(event.id, null);
        }
        const { run } = event;
        noteTurn(run.id, run.status);
        patch(run.id, { row: toRunRow(run), fits: !filters || matchesFilters(run, filters) });
      },
    },
  );
  const retry = useCallback(() => {
    if (latest.current === start) reset();
    else setStart(latest.current);
  }, [start, reset]);
  useEffect(() => {
    if (status !== "error") return;
    const timer = setTimeout(retry, RETRY_MS);
    return () => clearTimeout(timer);
  }, [status, retry]);
  useEffect(() => {
    if (!awake) setStart(latest.current);
  }, [awake]);
  const connection = useConnection(awake ? status : "pending", { newsAt, retry });
  return { runs: mergeRuns(initial, patches), patches, live, connection };
}

function usePatches() {
  const [patches, setPatches] = useState<RunPatches>(new Map());
  const waiting = useRef(new Map<string, RunPatch>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const patch = (id: string, change: RunPatch) => {
    waiting.current.set(id, change);
    timer.current ??= setTimeout(() => {
      const arrived = waiting.current;
      waiting.current = new Map();
      timer.current = undefined;
      setPatches((known) => new Map([...known, ...arrived]));
    }, FLUSH_MS);
  };
  return [patches, patch] as const;
}

function useTurns(initial: readonly RunRow[], onTurn: (() => void) | undefined) {
  const statuses = useRef(new Map<string, string>());
  useEffect(() => {
    for (const run of initial) statuses.current.set(run.id, run.status);
  }, [initial]);
  return (id: string, status: string) => {
    if (statuses.current.get(id) === status) return;
    statuses.current.set(id, status);
    onTurn?.();
  };
}
