"use client";
import { useEffect, useEffectEvent, useRef } from "react";

/** Calls when a value is another one than at the first render, and at each further change. */
export function useOnChange(value: string, onChange: () => void): void {
  const known = useRef(value);
  const changed = useEffectEvent(onChange);
  useEffect(() => {
    if (known.current === value) return;
    known.current = value;
    changed();
  }, [value]);
}
