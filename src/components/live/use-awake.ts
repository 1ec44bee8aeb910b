"use client";
import { useEffect, useState } from "react";

const SLEEP_MS = 30_000;

/**
 * Whether the page is in view, or was so half a minute ago. Browsers allow six connections to a server
 * over plain HTTP, so pages that nobody has looked at for a while leave theirs to others.
 */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChange = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") setAwake(true);
      else timer = setTimeout(() => setAwake(false), SLEEP_MS);
    };
    // The first view is the same for all; nobody has seen one that was opened behind others.
    if (document.visibilityState === "hidden") setAwake(false);
    document.addEventListener("visibilitychange", onChange);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onChange);
    };
  }, []);
  return awake;
}
