"use client";
import { useLayoutEffect, useRef, useState } from "react";

/** Height of a line in pixels: equal for all, so that any line's place is known unseen. */
export const LINE_HEIGHT = 18;
const OVERSCAN = 20;
const AT_END_PX = 24;

/** Which lines are in sight, and whether the end is followed: until someone scrolls back. */
export function useLogScroll(lines: readonly string[]) {
  const viewport = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(384);
  const [following, setFollowing] = useState(true);
  const first = useRef<{ count: number; line: string | undefined }>({ count: 0, line: undefined });

  useLayoutEffect(() => {
    const element = viewport.current;
    if (!element) return;
    setHeight(element.clientHeight);
    const added = lines.length - first.current.count;
    // Lines were put before the first one: what was in sight stays in sight.
    if (first.current.line !== undefined && lines[0] !== first.current.line && added > 0) {
      element.scrollTop += added * LINE_HEIGHT;
    } else if (following) {
      element.scrollTop = element.scrollHeight;
    }
    first.current = { count: lines.length, line: lines[0] };
  }, [lines, following]);

  const onScroll = () => {
    const element = viewport.current;
    if (!element) return;
    const rest = element.scrollHeight - element.clientHeight - element.scrollTop;
    setTop(element.scrollTop);
    setFollowing(rest < AT_END_PX);
  };
  const from = Math.max(0, Math.floor(top / LINE_HEIGHT) - OVERSCAN);
  const to = Math.ceil((top + height) / LINE_HEIGHT) + OVERSCAN;
  return { viewport, from, to, following, follow: () => setFollowing(true), onScroll };
}
