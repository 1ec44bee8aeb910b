"use client";
import { useEffect, useState } from "react";
import { compileSearch, type SearchWish } from "@/domain/log/compile-search";
import type { LogLevel } from "@/domain/log/log-level";
import { findLines, type FoundLines, nextMatch } from "./find-lines";
import type { LogText } from "./log-text";
import { windowOf } from "./window-of";

const SEARCH_AFTER_MS = 150;
const nothing: FoundLines = { listed: null, matches: [] };

interface Read {
  log: LogText | undefined;
  /** Changes with the log. */
  version: number;
}

/** What of a log is listed, searched and pointed at. */
export function useLogView({ log, version }: Read) {
  const [wish, setWish] = useState<SearchWish>({ text: "", regex: false });
  const [level, setLevel] = useState<LogLevel>("other");
  const [found, setFound] = useState<FoundLines>(nothing);
  const [current, setCurrent] = useState<number | null>(null);
  const [target, setTarget] = useState<{ index: number } | null>(null);
  const [wantedBegin, setWantedBegin] = useState<number | null>(null);
  const [following, setFollowing] = useState(true);
  const { text, regex } = wish;
  const [search, setSearch] = useState(() => compileSearch(wish));

  useEffect(() => {
    const timer = setTimeout(() => {
      const compiled = compileSearch({ text, regex });
      setSearch(compiled);
      setFound(log ? findLines(log, { pattern: compiled.pattern, level }) : nothing);
    }, SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [log, version, text, regex, level]);

  const { listed } = found;
  const { begin, end } = windowOf(log?.count ?? 0, wantedBegin);
  const atEnd = listed !== null || end === (log?.count ?? 0);

  /** Brings a line, counted from 0, into sight. */
  const goTo = (line: number) => {
    setCurrent(line);
    setFollowing(false);
    if (listed) {
      setTarget({ index: Math.max(0, listed.indexOf(line)) });
      return;
    }
    const inSight = line >= begin && line < end;
    const next = inSight ? begin : windowOf(log?.count ?? 0, line).begin;
    if (!inSight) setWantedBegin(next);
    setTarget({ index: line - next });
  };
  return {
    wish,
    setWish,
    level,
    setLevel,
    search,
    found,
    current,
    target,
    following: following && atEnd,
    setFollowing,
    /** The lines that are listed when none are left out, from 0, `end` not included. */
    window: { begin, end },
    showFrom: (line: number) => {
      setFollowing(false);
      setWantedBegin(line);
    },
    count: listed ? listed.length : end - begin,
    lineAt: (index: number) => (listed ? (listed[index] ?? 0) : begin + index),
    goTo,
    step: (back: boolean) => {
      // Enter may come before what was just typed has been looked for.
      const { pattern } = compileSearch(wish);
      const isNew = pattern?.source !== search.pattern?.source;
      const matches = isNew && log ? findLines(log, { pattern, level }).matches : found.matches;
      const line = nextMatch(matches, { from: current ?? -1, back });
      if (line !== undefined) goTo(line);
    },
    follow: () => {
      setWantedBegin(null);
      setTarget(null);
      setFollowing(true);
    },
  };
}
