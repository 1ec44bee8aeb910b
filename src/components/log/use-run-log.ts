"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { trpc } from "@/trpc/react";
import { useAwake } from "../live/use-awake";
import { type LogPiece, LogText, PIECES_MAX } from "./log-text";
import type { StillLog } from "./still-log";

/** A piece is read up to here: only one whose last line is huge is longer. */
const PIECE_BYTES_MAX = 2_000_000;
const FLUSH_MS = 100;
const AT_ONCE = 8;

export interface RunLog {
  /** Undefined until its beginning is known. */
  text: LogText | undefined;
  /** Changes with every change of the text. */
  version: number;
  /** True once the whole log of an ended run has been read. */
  sealed: boolean;
  state: "loading" | "following" | "reconnecting";
  /** Why a part of it could not be read. */
  problem: string | null;
  /** Reads the lines from `from` to before `to`, as many as can be held. */
  load: (from: number, to: number) => void;
}

/**
 * Reads a run's log of any size: the end of it as it is written, the rest in pieces on wish. The lines
 * of `still` are known from the beginning.
 */
export function useRunLog(run_id: string, still: StillLog): RunLog {
  const [known] = useState(still);
  const utils = trpc.useUtils();
  const awake = useAwake();
  const text = useRef<LogText>(undefined);
  const [begin, setBegin] = useState<number>();
  const [version, setVersion] = useState(0);
  const [sealed, setSealed] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const flush = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flushedAt = useRef(0);
  const asked = useRef(new Set<number>());
  const indexing = useRef(false);
  const changed = useCallback(() => {
    // What comes after a pause is shown at once; what follows closely, together.
    flush.current ??= setTimeout(
      () => {
        flush.current = undefined;
        flushedAt.current = Date.now();
        setVersion((known) => known + 1);
      },
      Math.max(0, flushedAt.current + FLUSH_MS - Date.now()),
    );
  }, []);

  useEffect(() => {
    let gone = false;
    const start = (log: LogText) => {
      if (gone) return;
      text.current = log;
      setBegin(log.tail.byte);
    };
    utils.runs.log_index
      .fetch({ id: run_id }, { staleTime: 0 })
      .then((places) => start(new LogText(places, known)))
      // Without an index the log is read from its beginning.
      .catch(() => start(new LogText([{ byte: 0, line: 0 }], known)));
    return () => {
      gone = true;
      clearTimeout(flush.current);
      flush.current = undefined;
    };
  }, [run_id, known, utils]);

  const { status } = trpc.runs.log.useSubscription(
    { id: run_id, offset: begin ?? 0 },
    {
      // Nobody looks at it: another page may need the connection.
      enabled: begin !== undefined && !sealed && awake,
      onData: ({ data: piece }) => {
        const log = text.current;
        if (!log) return;
        // A subscription that was begun anew sends again what is known.
        if (piece.offset === begin) log.rewind(begin);
        log.append(piece.text);
        if (piece.sealed) setSealed(true);
        changed();
        void shorten();
      },
    },
  );

  const shorten = async () => {
    const log = text.current;
    if (!log?.wantsPlaces || indexing.current) return;
    indexing.current = true;
    try {
      const beyond = { id: run_id, from: log.tail };
      log.addPlaces(await utils.runs.log_index.fetch(beyond, { staleTime: 0 }));
    } catch {
      // The tail stays as long as it is; the next line asks again.
    } finally {
      indexing.current = false;
    }
  };

  const load = useCallback(
    (from: number, to: number) => {
      const pieces = (text.current?.missing(from, to) ?? [])
        .filter(({ begin: { byte } }) => !asked.current.has(byte))
        .slice(0, PIECES_MAX);
      for (const { begin: place } of pieces) asked.current.add(place.byte);
      const next = async (): Promise<void> => {
        const piece = pieces.shift();
        if (!piece) return;
        try {
          const read = await readPiece(run_id, piece);
          text.current?.put(piece, read);
          setProblem(null);
        } catch {
          setProblem("A part of the log could not be read. Scroll to try again.");
        }
        asked.current.delete(piece.begin.byte);
        changed();
        return next();
      };
      for (let lane = 0; lane < AT_ONCE; lane++) void next();
    },
    [run_id, changed],
  );

  const read = version > 0 ? text.current : undefined;
  const lost = status === "connecting" && read !== undefined && !sealed;
  return {
    text: read,
    version,
    sealed,
    state: lost || status === "error" ? "reconnecting" : read ? "following" : "loading",
    problem,
    load,
  };
}

export const logUrl = (run_id: string) => `/api/runs/${run_id}/log`;

async function readPiece(run_id: string, { begin, end }: LogPiece): Promise<string> {
  const last = Math.min(end.byte, begin.byte + PIECE_BYTES_MAX) - 1;
  const answer = await fetch(logUrl(run_id), {
    headers: { range: `bytes=${begin.byte}-${last}` },
  });
  if (answer.status !== 206) throw new Error(`The log answered ${answer.status}.`);
  return answer.text();
}
