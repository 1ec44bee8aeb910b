"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { Notice } from "../../notices/notice";
import { tell } from "../../notices/tell";
import { readDrop } from "./read-drop";
import type { LocalFile } from "./upload-item";

const unreadable: Notice = {
  text: "What was dropped could not be read. Drop it again, or choose the files.",
  tone: "danger",
};

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
        readDrop(event.dataTransfer).then(take, () => tell(unreadable));
      },
      { signal },
    );
    return () => leaving.abort();
  }, []);
  return over;
}
