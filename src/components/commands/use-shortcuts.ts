"use client";
import { useEffect, useEffectEvent, useRef } from "react";
import { type Begun, matchKeys } from "./match-keys";
import { leaveFocus } from "./move-row";
import { isTyping, readKey } from "./read-key";
import { type Deed, shortcuts } from "./shortcuts";
import { areSingleKeysOn } from "./single-keys";

/**
 * Listens for the shortcuts of the console. What a part of the page has handled, what is typed into
 * a field, and what a modal dialog should get is left alone.
 */
export function useShortcuts(perform: (deed: Deed) => void): void {
  const begun = useRef<Begun | null>(null);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === "Escape") return leaveFocus();
    const key = readKey(event);
    if (key === null || !mayPress(key, event)) {
      begun.current = null;
      return;
    }
    const found = matchKeys(shortcuts, begun.current, { key, at: event.timeStamp });
    begun.current = found.begun ?? null;
    if (!found.shortcut?.deed) return;
    event.preventDefault();
    perform(found.shortcut.deed);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

function mayPress(key: string, { target, repeat }: KeyboardEvent): boolean {
  const dialog = document.querySelector("dialog:modal");
  if (key.length === 1) return dialog === null && !isTyping(target) && areSingleKeysOn();
  return !repeat && (dialog === null || dialog.matches("[data-panel]"));
}
