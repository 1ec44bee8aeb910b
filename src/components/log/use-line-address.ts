"use client";
import { useEffect, useRef } from "react";

/** Calls back with the line, from 1, that the address names as `#L120`: at first and when it changes. */
export function useLineAddress(ready: boolean, onLine: (number: number) => void): void {
  const callback = useRef(onLine);
  useEffect(() => {
    callback.current = onLine;
  });
  useEffect(() => {
    if (!ready) return;
    const read = () => {
      const number = /^#L(\d{1,12})$/.exec(window.location.hash)?.[1];
      if (number !== undefined) callback.current(Number(number));
    };
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, [ready]);
}
