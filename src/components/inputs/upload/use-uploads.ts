"use client";
import { useEffect, useRef, useState } from "react";
import { groupDropped } from "@/domain/inputs/group-dropped";
import { openSending, type Sending } from "./open-sending";
import { type LocalFile, type NewUpload, toUpload, type UploadItem } from "./upload-item";

export interface Uploads {
  items: readonly UploadItem[];
  /** Names of files that were dropped and are neither videos nor numbered pictures. */
  refused: readonly string[];
  add: (files: readonly LocalFile[]) => void;
  change: (key: string, changes: Partial<UploadItem>) => void;
  pause: (key: string) => void;
  resume: (key: string) => void;
  remove: (key: string) => void;
}

/** Files on their way to the server, each by itself. */
export function useUploads(): Uploads {
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const sendings = useRef(new Map<string, Promise<Sending>>());
  /** Those that could not even begin. */
  const stuck = useRef(new Map<string, NewUpload>());
  useEffect(() => {
    const open = sendings.current;
    // What has arrived is kept for when the same files are chosen again.
    return () => open.forEach((sending) => sending.then(({ pause }) => pause(), ignore));
  }, []);

  const change = (key: string, changes: Partial<UploadItem>) =>
    setItems((known) => known.map((item) => (item.key === key ? { ...item, ...changes } : item)));
  const send = (upload: NewUpload) => {
    const { content, item } = upload;
    const { key } = item;
    const sending = openSending(
      { key, content },
      {
        onProgress: (sent) => change(key, { sent }),
        onPlace: (upload_id) => change(key, { upload_id }),
        onSent: () => change(key, { state: "sent", problem: null }),
        onFailed: (problem) => change(key, { state: "failed", problem }),
      },
    );
    sendings.current.set(key, sending);
    sending.catch(() => {
      if (sendings.current.get(key) !== sending) return;
      sendings.current.delete(key);
      stuck.current.set(key, upload);
      change(key, { state: "failed", problem: "It could not begin. Try again in a moment." });
    });
  };
  const withSending = (key: string, act: (sending: Sending) => void) =>
    void sendings.current.get(key)?.then(act, ignore);

  return {
    items,
    refused,
    change,
    add(files) {
      const { groups, refused: others } = groupDropped(files);
      setRefused(others.map(({ name }) => name));
      const known = new Set(items.map(({ key }) => key));
      const added = groups.map(toUpload).filter(({ item }) => !known.has(item.key));
      setItems((list) => [...list, ...withKinds(list, added)]);
      for (const each of added) if (!each.item.problem) send(each);
    },
    pause(key) {
      withSending(key, (sending) => sending.pause());
      change(key, { state: "paused" });
    },
    resume(key) {
      change(key, { state: "sending", problem: null });
      const upload = stuck.current.get(key);
      stuck.current.delete(key);
      if (upload) send(upload);
      else withSending(key, (sending) => sending.resume());
    },
    remove(key) {
      withSending(key, (sending) => sending.remove());
      sendings.current.delete(key);
      stuck.current.delete(key);
      setItems((list) => list.filter((item) => item.key !== key));
    },
  };
}

const ignore = () => undefined;

/** A kind that is taken is not guessed again; what says nothing is colour, if nothing else is. */
function withKinds(items: readonly UploadItem[], added: readonly NewUpload[]): UploadItem[] {
  const taken = new Set(items.map(({ kind }) => kind));
  const named = new Set(added.map(({ item }) => item.kind));
  return added.map(({ item }) => {
    const guess = item.kind ?? (named.has("video") ? null : "video");
    const kind = guess && !taken.has(guess) ? guess : null;
    taken.add(kind);
    return { ...item, kind };
  });
}
