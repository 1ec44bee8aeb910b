"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect } from "react";
import { LogLine } from "./log-line";
import type { LogText } from "./log-text";

/** Height of a line in pixels: equal for all, so that any line's place is known unseen. */
export const LINE_HEIGHT = 18;
const OVERSCAN = 20;
const PADDING = 8;

interface VirtualLinesProps {
  log: LogText;
  /** Changes with the log. */
  version: number;
  /** How many lines are listed. */
  count: number;
  /** Which line of the log, from 0, a listed one is. */
  lineAt: (index: number) => number;
  pattern: RegExp | null;
  /** From 0; null where none is. */
  current: number | null;
  onChoose: (number: number) => void;
  load: (from: number, to: number) => void;
  /** The box in which they scroll. */
  viewport: RefObject<HTMLElement | null>;
  /** How far above the end to begin, in pixels. */
  rest: number;
}

/** Lines of a log of any length. Only those in sight are in the page, and only those are read. */
export function VirtualLines(props: VirtualLinesProps) {
  const { log, version, count, lineAt, load, viewport, rest } = props;
  const height = count * LINE_HEIGHT + 2 * PADDING;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => viewport.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: OVERSCAN,
    initialRect: { width: 800, height: 384 },
    initialOffset: () => Math.max(0, height - (viewport.current?.clientHeight ?? 0) - rest),
  });
  const rows = virtual.getVirtualItems();
  const first = rows[0];
  const last = rows.at(-1);
  const from = first ? lineAt(first.index) : 0;
  const to = last ? lineAt(last.index) + 1 : 0;

  useEffect(() => {
    if (to > from) load(from, to);
  }, [load, from, to, version]);

  const digits = String(log.count).length;
  return (
    <div className="w-max min-w-full" style={{ height, paddingTop: PADDING }}>
      <div style={{ transform: `translateY(${first?.start ?? 0}px)` }}>
        {rows.map(({ index }) => {
          const line = lineAt(index);
          return (
            <LogLine
              key={line}
              number={line + 1}
              text={log.line(line)}
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
  );
}
