"use client";
import { useSyncExternalStore } from "react";

const name = "cosmos_single_keys";
const listeners = new Set<() => void>();

/** Whether shortcuts of a single key are listened for; they are unless this browser was told not to. */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(name) !== "off";
  } catch {
    // Storage may be forbidden.
    return true;
  }
}

export function switchSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(name, on ? "on" : "off");
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areSingleKeysOn, () => true);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
