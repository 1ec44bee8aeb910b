"use client";
import { useEffect, useState } from "react";

/** `lost_at` is when the page stopped being fresh, in milliseconds. */
export type Connection =
  | { state: "connecting" }
  | { state: "live" }
  | { state: "lost"; lost_at: number };

const GRACE_MS = 1500;

/** Tells a short reconnect, which nobody needs to see, from a lost connection. */
export function useConnection(status: "idle" | "connecting" | "pending" | "error"): Connection {
  const [connection, setConnection] = useState<Connection>({ state: "connecting" });
  useEffect(() => {
    if (status === "pending") return setConnection({ state: "live" });
    const lost_at = Date.now();
    const timer = setTimeout(() => {
      setConnection((known) => (known.state === "lost" ? known : { state: "lost", lost_at }));
    }, GRACE_MS);
    return () => clearTimeout(timer);
  }, [status]);
  return connection;
}
