"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { LogLine } from "./log-line";
import type { LogText } from "./log-text";

/** Height of a line in pixels: equal for all, so that any line's place is known unseen. */
const LINE_HEIGHT = 18;
const OVERSCAN = 20;
const AT_END_PX = 24;
const PADDING = 8;

export interface LogLinesProps {
  log: LogText | undefined;
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

/** The listed lines of a log. Only those in sight are in the page, and only those are read. */
export function LogLines(props: LogLinesProps) {
  const { log, version, count, lineAt, following, target, load } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => viewport.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: OVERSCAN,
    initialRect: { width: 800, height: 384 },
  });
  const rows = virtual.getVirtualItems();
  const first = rows[0];
  const last = rows.at(-1);
  const from = first ? lineAt(first.index) : 0;
  const to = last ? lineAt(last.index) + 1 : 0;

  useLayoutEffect(() => {
    const element = viewport.current;
    if (element && following) element.scrollTop = element.scrollHeight;
  }, [following, count, version]);
  useLayoutEffect(() => {
    const element = viewport.current;
    if (!element || !target) return;
    element.scrollTop = target.index * LINE_HEIGHT - element.clientHeight / 2;
  }, [target]);
  useEffect(() => {
    if (to > from) load(from, to);
  }, [load, from, to, version]);

  const onScroll = () => {
    const element = viewport.current;
    if (!element) return;
    const rest = element.scrollHeight - element.clientHeight - element.scrollTop;
    props.onFollowing(rest < AT_END_PX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    props.onSearch();
  };
  const digits = String(log?.count ?? 0).length;
  return (
    <div
      ref={viewport}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      role="log"
      aria-live="off"
      aria-label="Log of the run"
      tabIndex={0}
      style={{ height: `min(28rem, ${Math.max(8, count) * LINE_HEIGHT + 28}px)` }}
      className="overflow-auto overscroll-contain bg-sunken/50 font-mono text-xs [overflow-anchor:none] focus-visible:-outline-offset-2"
    >
      <div
        className="w-max min-w-full"
        style={{ height: virtual.getTotalSize() + 2 * PADDING, paddingTop: PADDING }}
      >
        <div style={{ transform: `translateY(${first?.start ?? 0}px)` }}>
          {rows.map(({ index }) => {
            const line = lineAt(index);
            return (
              <LogLine
                key={line}
                number={line + 1}
                text={log?.line(line)}
                digits={digits}
                height={LINE_HEIGHT}
                pattern={props.pattern}
                current={line === props.current}
                onChoose={props.onChoose}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
