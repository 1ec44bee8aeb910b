"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

const CALM_MS = 700;

/** Asks the server for the page again, once for many requests close together. */
export function usePageRefresh(): () => void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      router.refresh();
    }, CALM_MS);
  };
}
