import { TRPCClientError } from "@trpc/client";
import { expect, test, vi } from "vitest";
import { keepSubscribed, type SubscriptionHandlers } from "./keep-subscribed";

/** A server that answers each subscription with the next of these stories. */
function scripted(...stories: ((handlers: SubscriptionHandlers) => void)[]) {
  const opened = { count: 0, closed: 0 };
  const open = (handlers: SubscriptionHandlers) => {
    const story = stories[opened.count++];
    queueMicrotask(() => story?.(handlers));
    return { unsubscribe: () => void opened.closed++ };
  };
  return { open, opened };
}

const refusal = TRPCClientError.from({
  error: { code: -32004, message: "There is no run.", data: { code: "NOT_FOUND" } },
} as never);

test("a lost connection is opened again until the server completes it", async () => {
  vi.useFakeTimers();
  const { open, opened } = scripted(
    ({ onConnectionStateChange }) =>
      onConnectionStateChange({ state: "connecting", error: new Error("lost") }),
    ({ onError }) => onError(new Error("HTTP 503")),
    ({ onConnectionStateChange, onComplete }) => {
      onConnectionStateChange({ state: "pending", error: null });
      onComplete();
    },
  );
  const heard: string[] = [];

  const kept = keepSubscribed({
    open,
    signal: new AbortController().signal,
    onConnected: () => heard.push("connected"),
    onLost: () => heard.push("lost"),
  });
  await vi.advanceTimersByTimeAsync(10_000);
  await kept;
  vi.useRealTimers();

  expect(heard).toEqual(["lost", "lost", "connected"]);
  expect(opened).toEqual({ count: 3, closed: 3 });
});

test("what the server refuses is not asked again", async () => {
  const { open, opened } = scripted(({ onError }) => onError(refusal));

  const kept = keepSubscribed({ open, signal: new AbortController().signal });

  await expect(kept).rejects.toBe(refusal);
  expect(opened.count).toBe(1);
});

test("a server that stays away for five minutes is given up", async () => {
  vi.useFakeTimers();
  const gone = new Error("gone");
  const open = (handlers: SubscriptionHandlers) => {
    queueMicrotask(() => handlers.onError(gone));
    return { unsubscribe: () => {} };
  };

  const kept = expect(keepSubscribed({ open, signal: new AbortController().signal })).rejects.toBe(
    gone,
  );
  await vi.advanceTimersByTimeAsync(5 * 60 * 1000 + 5000);
  await kept;
  vi.useRealTimers();
});

test("aborting ends it without an error", async () => {
  const { open, opened } = scripted(() => {});
  const ending = new AbortController();

  const kept = keepSubscribed({ open, signal: ending.signal });
  ending.abort();

  await expect(kept).resolves.toBeUndefined();
  expect(opened.closed).toBe(1);
});
