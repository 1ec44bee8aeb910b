"use client";
import { type ComponentType, useEffect, useEffectEvent, useState } from "react";

const RETRY_MS = 3000;

/**
 * A part of the page that is loaded after the page is seen and can be used: null until then. What can't
 * be had is tried again.
 */
export function useLoaded<Props>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> | null {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  const begin = useEffectEvent(load);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const attempt = async () => {
      try {
        const Loaded = await begin();
        if (!gone) setPart(() => Loaded);
      } catch {
        if (!gone) timer = setTimeout(attempt, RETRY_MS);
      }
    };
    void attempt();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return Part;
}
