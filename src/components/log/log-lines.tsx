"use client";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import type { LogText } from "./log-text";
import { StillLines } from "./still-lines";
import type { StillLog } from "./still-log";
import { LINE_HEIGHT, VirtualLines } from "./virtual-lines";

const AT_END_PX = 24;
const LINES_MIN = 8;

export interface LogLinesProps {
  log: LogText | undefined;
  /** What is shown while there is no log. */
  still: StillLog;
  /** Changes with the log. */
  version: number;
  /** How many lines are listed. */
  count: number;
  /** Which line of the log, from 0, a listed one is. */
  lineAt: (index: number) => number;
  pattern: RegExp | null;
  /** From 0; null where none is. */
  current: number | null;
  /** The listed line to bring into sight; a new object each time. */
  target: { index: number } | null;
  following: boolean;
  onFollowing: (following: boolean) => void;
  onChoose: (number: number) => void;
  onSearch: () => void;
  load: (from: number, to: number) => void;
}

/**
 * The listed lines of a log in a box of their own. The last lines, with which the page was made, give
 * way to all of them without anything in sight moving.
 */
export function LogLines(props: LogLinesProps) {
  const { log, still, version, count, following, target } = props;
  const viewport = useRef<HTMLDivElement>(null);
  /** How far the box stands above the end of the lines, in pixels. */
  const rest = useRef(0);
  const waits = log === undefined;

  const note = () => {
    const element = viewport.current;
    if (!element) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    // While it is laid out from its end, a box counts from there.
    rest.current = waits ? -scrollTop : scrollHeight - clientHeight - scrollTop;
    props.onFollowing(rest.current < AT_END_PX);
  };
  // It may have been scrolled before scripts began.
  useEffect(note, []);
  useLayoutEffect(() => {
    const element = viewport.current;
    if (element && !waits && following) element.scrollTop = element.scrollHeight;
  }, [waits, following, count, version]);
  useLayoutEffect(() => {
    const element = viewport.current;
    if (!element || !target) return;
    element.scrollTop = target.index * LINE_HEIGHT - element.clientHeight / 2;
  }, [target]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    props.onSearch();
  };
  const lines = Math.max(LINES_MIN, waits ? still.lines.length : count);
  return (
    <div
      ref={viewport}
      onScroll={note}
      onKeyDown={onKeyDown}
      role="log"
      aria-live="off"
      aria-label="Log of the run"
      tabIndex={0}
      data-still={waits || undefined}
      style={{ height: `min(28rem, ${lines * LINE_HEIGHT + 28}px)` }}
      className="overflow-auto overscroll-contain bg-sunken/50 font-mono text-xs [overflow-anchor:none] focus-visible:-outline-offset-2 data-still:flex data-still:flex-col-reverse"
    >
      {waits ? (
        <div className="mb-auto w-max min-w-full shrink-0 py-2">
          <StillLines still={still} height={LINE_HEIGHT} />
        </div>
      ) : (
        <VirtualLines {...props} log={log} viewport={viewport} rest={rest.current} />
      )}
    </div>
  );
}
