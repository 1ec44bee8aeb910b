"use client";
import { useEffect, useRef, useState } from "react";
import { trpc } from "@/trpc/react";
import { LogWindow } from "./log-window";

const TAIL_BYTES = 2_000_000;
const EARLIER_BYTES = 1_000_000;
const FLUSH_MS = 100;

export interface FollowedRun {
  run_id: string;
  /** True when its log is known to exist. */
  begun: boolean;
}

export interface RunLog {
  lines: readonly string[];
  /** True once the whole log of an ended run has been read. */
  sealed: boolean;
  state: "loading" | "following" | "reconnecting";
  /** Reads what comes before the first line; null when that is the beginning. */
  loadEarlier: (() => Promise<void>) | null;
}

/** Follows a run's log: the end of it first, what is written then, and on wish what came before. */
export function useRunLog({ run_id, begun }: FollowedRun): RunLog {
  const start = useLogStart({ run_id, begun });
  const log = useRef<LogWindow>(null);
  const [shown, setShown] = useState<{ lines: readonly string[]; begin: number }>();
  const [sealed, setSealed] = useState(false);
  const flush = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(flush.current), []);
  const show = () => {
    flush.current = undefined;
    if (log.current) setShown({ lines: log.current.shown, begin: log.current.begin });
  };
  const { status } = trpc.runs.log.useSubscription(
    { id: run_id, offset: start ?? 0 },
    {
      enabled: start !== null && !sealed,
      onData: ({ data: piece }) => {
        // A subscription that was begun anew sends again what is known.
        if (piece.offset === start) log.current = new LogWindow(piece.offset);
        log.current?.append(piece.text);
        if (piece.sealed) setSealed(true);
        flush.current ??= setTimeout(show, FLUSH_MS);
      },
    },
  );
  const loadEarlier = async () => {
    const target = log.current;
    if (!target) return;
    const from = Math.max(0, target.begin - EARLIER_BYTES);
    const range = `bytes=${from}-${target.begin - 1}`;
    const answer = await fetch(logUrl(run_id), { headers: { range } });
    if (answer.status !== 206) return;
    target.prepend(new Uint8Array(await answer.arrayBuffer()));
    show();
  };
  const lost = status === "connecting" && shown !== undefined && !sealed;
  return {
    lines: shown?.lines ?? [],
    sealed,
    state: lost || status === "error" ? "reconnecting" : shown ? "following" : "loading",
    loadEarlier: shown && shown.begin > 0 && !log.current?.dropped ? loadEarlier : null,
  };
}

export const logUrl = (run_id: string) => `/api/runs/${run_id}/log`;

/** Where to begin reading: the last two megabytes of a big log, else its beginning. Null at first. */
function useLogStart({ run_id, begun }: FollowedRun): number | null {
  const [start, setStart] = useState(begun ? null : 0);
  useEffect(() => {
    if (start !== null) return;
    let gone = false;
    const begin = (bytes: number) => !gone && setStart(Math.max(0, bytes - TAIL_BYTES));
    fetch(logUrl(run_id), { method: "HEAD" })
      .then((answer) => begin(answer.ok ? Number(answer.headers.get("content-length")) : 0))
      .catch(() => begin(0));
    return () => {
      gone = true;
    };
  }, [run_id, start]);
  return start;
}
