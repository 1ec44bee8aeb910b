"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

// Most pages are there sooner: nothing flashes then.
const PATIENCE_MS = 200;
const FORGET_MS = 15_000;

/**
 * A line on top of the page that says that the next one is on its way. It stands for loading pages,
 * which would hide the first view of every page from browsers without scripts.
 */
export function NavigationMark() {
  const address = `${usePathname()}?${useSearchParams()}`;
  const [left, setLeft] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || !leads(link, event)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        setLeft(addressNow());
        timer = setTimeout(() => setLeft(null), FORGET_MS);
      }, PATIENCE_MS);
    };
    const forget = () => clearTimeout(timer);
    document.addEventListener("click", onClick);
    addEventListener("pagehide", forget);
    return () => {
      forget();
      document.removeEventListener("click", onClick);
      removeEventListener("pagehide", forget);
    };
  }, [address]);
  if (left !== address) return null;
  return <div aria-hidden className="breathing fixed inset-x-0 top-0 z-40 h-0.5 bg-focus" />;
}

const addressNow = () => `${location.pathname}?${new URLSearchParams(location.search)}`;

/** Whether a click leads this tab to another page of ours. */
function leads(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (event.button !== 0 || modified || link.target) return false;
  if (link.hasAttribute("download")) return false;
  const { origin, pathname, search } = new URL(link.href, location.href);
  if (origin !== location.origin) return false;
  return pathname !== location.pathname || search !== location.search;
}
