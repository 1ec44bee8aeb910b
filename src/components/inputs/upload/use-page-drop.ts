"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { readDrop } from "./read-drop";
import type { LocalFile } from "./upload-item";

/**
 * Takes files that are dropped anywhere on the page: beside a small target the browser would leave
 * the page and open them. Returns whether files are being dragged over it.
 */
export function usePageDrop(onFiles: (files: LocalFile[]) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const carriesFiles = ({ dataTransfer }: DragEvent) =>
      dataTransfer?.types.includes("Files") ?? false;
    window.addEventListener(
      "dragover",
      (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    window.addEventListener(
      "dragleave",
      (event) => {
        if (event.relatedTarget === null) setOver(false);
      },
      { signal },
    );
    window.addEventListener(
      "drop",
      (event) => {
        setOver(false);
        if (!carriesFiles(event) || !event.dataTransfer) return;
        event.preventDefault();
        void readDrop(event.dataTransfer).then(take);
      },
      { signal },
    );
    return () => leaving.abort();
  }, []);
  return over;
}
