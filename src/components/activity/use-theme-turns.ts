"use client";
import { useEffect, useState } from "react";

/** A number that changes with the theme, for what is not drawn by CSS. */
export function useThemeTurns(): number {
  const [turns, setTurns] = useState(0);
  useEffect(() => {
    const turn = () => setTurns((count) => count + 1);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const root = new MutationObserver(turn);
    root.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    dark.addEventListener("change", turn);
    return () => {
      root.disconnect();
      dark.removeEventListener("change", turn);
    };
  }, []);
  return turns;
}
