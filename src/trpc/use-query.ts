"use client";
import { TRPCClientError } from "@trpc/client";
import { useCallback, useEffect, useEffectEvent, useState } from "react";
import type { AppRouter } from "@/server/api/root";

interface Question<Input, Answer> {
  query: (input: Input, options: { signal: AbortSignal }) => Promise<Answer>;
}

interface QueryOptions<Answer> {
  /** Nothing is asked without. */
  enabled?: boolean;
  /** Shows the answer to the input before until there is one to this. */
  keep?: boolean;
  /** After how many milliseconds an answer is asked for anew; null for never, as without. */
  again?: (answer: Answer) => number | null;
  /** After how many milliseconds what failed is tried again; never without. */
  retry_ms?: number;
}

interface Known<Answer> {
  /** What `data` answers, and what was answered or refused last. */
  key: string | null;
  asked: string | null;
  data: Answer | undefined;
  error: TRPCClientError<AppRouter> | null;
}

/** Asks the server for something to show: `useQuery(api.runs.get, { id })`. */
export function useQuery<Input, Answer>(
  question: Question<Input, Answer>,
  input: Input,
  { enabled = true, keep = false, again, retry_ms }: QueryOptions<Answer> = {},
) {
  const [turn, setTurn] = useState(0);
  const [known, setKnown] = useState<Known<Answer>>({
    key: null,
    asked: null,
    data: undefined,
    error: null,
  });
  const key = JSON.stringify(input) ?? "";
  const wish = `${turn} ${key}`;

  /** Returns how long to wait before the next turn. */
  const ask = useEffectEvent(async (asked: string, signal: AbortSignal) => {
    try {
      const data = await question.query(input, { signal });
      if (!signal.aborted) setKnown({ key, asked, data, error: null });
      return again?.(data) ?? null;
    } catch (problem) {
      const error = TRPCClientError.from<AppRouter>(problem as Error);
      if (!signal.aborted) setKnown((before) => ({ ...before, asked, error }));
      return retry_ms ?? null;
    }
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    void ask(wish, leaving.signal).then((wait) => {
      if (wait === null || leaving.signal.aborted) return;
      timer = setTimeout(() => setTurn((last) => last + 1), wait);
    });
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [enabled, wish]);

  const refetch = useCallback(() => setTurn((last) => last + 1), []);
  return {
    data: known.key === key || keep ? known.data : undefined,
    error: known.error,
    /** What is shown is not the answer to this yet. */
    isFetching: enabled && known.asked !== wish,
    refetch,
  };
}
