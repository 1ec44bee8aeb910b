"use client";
import { useSyncExternalStore } from "react";

/** A run whose end shall be told, as this browser keeps it. */
export interface WatchedRun {
  id: string;
  /** What is told of it: `Transfer`, `City drive`. */
  operation: string;
  name: string;
}

const key = "cosmos_watched";
const WATCHED_MAX = 50;
const listeners = new Set<() => void>();

/** The runs that this browser watches, in all of its tabs. */
export function readWatched(): WatchedRun[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isWatchedRun) : [];
  } catch {
    // Storage may be forbidden, or hold what others wrote.
    return [];
  }
}

/** Watches a run; of too many, the oldest is forgotten. False where nothing can be kept. */
export function watchRun(run: WatchedRun): boolean {
  return write([...readWatched().filter(({ id }) => id !== run.id), run].slice(-WATCHED_MAX));
}

/** Forgets a run. False when another tab has done so before. */
export function unwatchRun(id: string): boolean {
  const watched = readWatched();
  const left = watched.filter((run) => run.id !== id);
  return left.length < watched.length && write(left);
}

/** Calls back whenever a tab of this browser begins or ends to watch a run. */
export function onWatchedChange(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === key || event.key === null) listener();
  };
  listeners.add(listener);
  addEventListener("storage", onStorage);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", onStorage);
  };
}

export function useIsWatched(id: string): boolean {
  return useSyncExternalStore(
    onWatchedChange,
    () => readWatched().some((run) => run.id === id),
    () => false,
  );
}

function write(runs: readonly WatchedRun[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(runs));
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

function isWatchedRun(entry: unknown): entry is WatchedRun {
  const fields = ["id", "operation", "name"] as const;
  return (
    typeof entry === "object" &&
    entry !== null &&
    fields.every((field) => typeof (entry as Record<string, unknown>)[field] === "string")
  );
}
