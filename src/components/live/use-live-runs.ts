"use client";
import { createElement, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { matchesFilters, type RunFilters } from "../runs/run-filters";
import { type RunRow, toRunRow } from "../runs/run-row";
import type { FeedStatus, LiveState, News } from "./live-feed";
import { mergeRuns, type RunPatch, type RunPatches } from "./merge-runs";
import { useAwake } from "./use-awake";
import { type Connection, useConnection } from "./use-connection";
import { useLoaded } from "./use-loaded";

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
  /** To be put anywhere on the page: it listens. */
  feed: ReactNode;
}

// Many events of one moment become one render, a lone one is shown at once.
const FLUSH_MS = 40;

const loadFeed = () => import("./live-feed").then(({ LiveFeed }) => LiveFeed);

/**
 * Keeps runs up to date through one subscription that resumes where it stopped; what listens is loaded
 * once the page can be used. A page that is out of view for a while rests, and catches up when it is
 * looked at again.
 */
export function useLiveRuns({ initial, cursor, filters, run_id, onTurn }: Options): LiveRuns {
  const [live, setLive] = useState<LiveState | null>(null);
  const [start, setStart] = useState(String(cursor));
  const [attempt, setAttempt] = useState(0);
  const [status, setStatus] = useState<FeedStatus>("connecting");
  const Feed = useLoaded(loadFeed);
  const latest = useRef(start);
  const newsAt = useRef<number | null>(null);
  const awake = useAwake();
  const [patches, patch] = usePatches();
  const noteTurn = useTurns(initial, onTurn);
  const onNews = (news: News, cursorAfter: string) => {
    latest.current = cursorAfter;
    newsAt.current = Date.now();
    if (news.type === "activity") return setLive(news.activity);
    if (news.type === "run_deleted") {
      noteTurn(news.id, "deleted");
      return patch(news.id, null);
    }
    const { run } = news;
    noteTurn(run.id, run.status);
    patch(run.id, { row: toRunRow(run), fits: !filters || matchesFilters(run, filters) });
  };
  const onStatus = (next: FeedStatus) => {
    // An answer is news, too.
    if (next === "pending") newsAt.current = Date.now();
    setStatus(next);
  };
  const retry = useCallback(() => {
    setStart(latest.current);
    setAttempt((last) => last + 1);
  }, []);
  useEffect(() => {
    if (!awake) setStart(latest.current);
  }, [awake]);
  const connection = useConnection(awake ? status : "pending", { newsAt, retry });
  const feed =
    Feed &&
    createElement(Feed, {
      // Anew, even from the same place.
      key: attempt,
      start,
      run_id,
      enabled: awake,
      onNews,
      onStatus,
      onRetry: retry,
    });
  return { runs: mergeRuns(initial, patches), patches, live, connection, feed };
}

function usePatches() {
  const [patches, setPatches] = useState<RunPatches>(new Map());
  const waiting = useRef(new Map<string, RunPatch>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const flushedAt = useRef(0);
  const patch = (id: string, change: RunPatch) => {
    waiting.current.set(id, change);
    timer.current ??= setTimeout(
      () => {
        const arrived = waiting.current;
        waiting.current = new Map();
        timer.current = undefined;
        flushedAt.current = Date.now();
        setPatches((known) => new Map([...known, ...arrived]));
      },
      Math.max(0, flushedAt.current + FLUSH_MS - Date.now()),
    );
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
