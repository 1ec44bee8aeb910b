"use client";
import { useEffect } from "react";
import { onWatchedChange, readWatched } from "./watched-runs";

/** Tells when watched runs end, on every page. What does so is loaded with the first watched run. */
export function RunWatcher() {
  useEffect(() => {
    const leaving = new AbortController();
    let begun = false;
    const begin = () => {
      if (begun || readWatched().length === 0) return;
      begun = true;
      import("./watch-runs").then(
        ({ watchRuns }) => watchRuns(leaving.signal),
        () => {
          // The server is out of reach; the next change tries again.
          begun = false;
        },
      );
    };
    begin();
    const forget = onWatchedChange(begin);
    return () => {
      forget();
      leaving.abort();
    };
  }, []);
  return null;
}
