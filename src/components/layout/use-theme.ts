"use client";
import { useSyncExternalStore } from "react";
import { themeChanged } from "./apply-theme";
import { isTheme, type Theme } from "./theme";

/** The theme that is chosen now; `initial` is what the server rendered. */
export function useTheme(initial: Theme): Theme {
  const read = () => {
    const { theme } = document.documentElement.dataset;
    return isTheme(theme) ? theme : initial;
  };
  return useSyncExternalStore(subscribe, read, () => initial);
}

function subscribe(listener: () => void): () => void {
  themeChanged.addEventListener("change", listener);
  return () => themeChanged.removeEventListener("change", listener);
}
