"use client";
import { type RefObject, useEffect, useState } from "react";

type Settled = { state: "connecting" } | { state: "live" };
/** `news_at` is when the server was last heard, in milliseconds. */
type Lost = { state: "lost"; news_at: number };

/** `retry` connects anew at once. */
export type Connection = Settled | (Lost & { retry: () => void });

interface Source {
  /** When the server was last heard; null when it never was. */
  newsAt: RefObject<number | null>;
  /** Connects anew at once. */
  retry: () => void;
}

const GRACE_MS = 1500;
/** A page that was never connected is still being loaded. */
const FIRST_MS = 10_000;

/**
 * Tells a short reconnect, which nobody needs to see, from a lost connection. While it is lost, a
 * network that is back or a page that comes into view tries at once.
 */
export function useConnection(
  status: "idle" | "connecting" | "pending" | "error",
  { newsAt, retry }: Source,
): Connection {
  const [known, setKnown] = useState<Settled | Lost>({ state: "connecting" });
  useEffect(() => {
    if (status === "pending") return setKnown({ state: "live" });
    const first = newsAt.current === null && status !== "error";
    const news_at = newsAt.current ?? Date.now();
    const timer = setTimeout(
      () => setKnown((before) => (before.state === "lost" ? before : { state: "lost", news_at })),
      first ? FIRST_MS : GRACE_MS,
    );
    return () => clearTimeout(timer);
  }, [status, newsAt]);
  const lost = known.state === "lost";
  useEffect(() => {
    if (!lost) return;
    const onReturn = () => document.visibilityState === "visible" && retry();
    addEventListener("online", retry);
    document.addEventListener("visibilitychange", onReturn);
    return () => {
      removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", onReturn);
    };
  }, [lost, retry]);
  return known.state === "lost" ? { ...known, retry } : known;
}
