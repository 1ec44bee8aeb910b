"use client";
import { Button } from "../ui/button";
import { PIECES_MAX } from "./log-text";

interface LogExtentProps {
  /** How many lines have been read, of how many. */
  loaded: number;
  count: number;
  /** True while the log is searched or filtered. */
  narrowed: boolean;
  /** The lines that are listed, from 0, `end` not included. */
  window: { begin: number; end: number };
  problem: string | null;
  onLoad: () => void;
  /** Lists other lines: those around this one. */
  onShowFrom: (line: number) => void;
}

const LINES_HELD = (PIECES_MAX * 1000).toLocaleString("en");

/** Says plainly how much of a log is searched or listed, and offers the rest. */
export function LogExtent(props: LogExtentProps) {
  const { loaded, count, narrowed, window, problem, onLoad, onShowFrom } = props;
  const unread = narrowed && loaded < count;
  const partly = window.end - window.begin < count;
  if (!unread && !partly && !problem) return null;
  const number = (value: number) => value.toLocaleString("en");
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-3 py-1 text-muted text-xs noscript:hidden">
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      {unread && (
        <>
          <p role="status">
            Searched {number(loaded)} of {number(count)} lines.
          </p>
          <Button size="sm" variant="outline" onClick={onLoad}>
            {`Load ${count > PIECES_MAX * 1000 ? `the last ${LINES_HELD}` : "all"}`}
          </Button>
        </>
      )}
      {partly && !narrowed && (
        <>
          <p>
            Lines {number(window.begin + 1)} to {number(window.end)} of {number(count)}.
          </p>
          <Button
            size="sm"
            variant="outline"
            disabled={window.begin === 0}
            focusableWhenDisabled
            onClick={() => onShowFrom(window.begin - 1)}
          >
            Earlier lines
          </Button>
          <Button
            size="sm"
            variant="outline"
            disabled={window.end === count}
            focusableWhenDisabled
            onClick={() => onShowFrom(window.end)}
          >
            Later lines
          </Button>
        </>
      )}
    </div>
  );
}
