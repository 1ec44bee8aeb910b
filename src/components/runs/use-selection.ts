"use client";
import { useRef, useState } from "react";

/** Which runs of a list are ticked. */
export interface Selection {
  /** Of those shown. */
  ids: ReadonlySet<string>;
  /** Every run that meets the filters, also on other pages. */
  all: boolean;
  /** Ticks or unticks a run; with `range`, all from the one before it. */
  pick(id: string, options: { on: boolean; range: boolean }): void;
  pickShown(on: boolean): void;
  pickAll(on: boolean): void;
}

/** The selection within a list that shows these runs in this order. */
export function useSelection(shown: readonly string[]): Selection {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const anchor = useRef<string | null>(null);
  const ids = new Set(all ? shown : shown.filter((id) => picked.has(id)));
  return {
    ids,
    all,
    pick(id, { on, range }) {
      const reached = range ? between(shown, [anchor.current, id]) : [id];
      anchor.current = id;
      const next = new Set(ids);
      for (const each of reached) {
        if (on) next.add(each);
        else next.delete(each);
      }
      setPicked(next);
      setAll(false);
    },
    pickShown(on) {
      setPicked(new Set(on ? shown : []));
      setAll(false);
    },
    pickAll(on) {
      setPicked(new Set(on ? shown : []));
      setAll(on);
    },
  };
}

function between(shown: readonly string[], [from, to]: [string | null, string]): string[] {
  const [start, end] = [shown.indexOf(from ?? to), shown.indexOf(to)].sort((a, b) => a - b);
  return start === undefined || start < 0 || end === undefined ? [to] : shown.slice(start, end + 1);
}
