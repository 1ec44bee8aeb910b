"use client";
import { useEffect, useEffectEvent, useState } from "react";

interface Feed<Input, Value> {
  subscribe: (
    input: Input,
    observer: {
      onStarted: () => void;
      onData: (value: Value) => void;
      onError: () => void;
      onComplete: () => void;
      onConnectionStateChange: (change: { state: "idle" | "connecting" | "pending" }) => void;
    },
  ) => { unsubscribe: () => void };
}

interface SubscriptionOptions<Value> {
  /** Nothing is listened to without. */
  enabled?: boolean;
  /** Another number begins anew with the same input. */
  attempt?: number;
  onData: (value: Value) => void;
}

/** `pending` is connected: the next value may come at any time. After an error nothing comes. */
export type SubscriptionStatus = "idle" | "connecting" | "pending" | "error";

/** Listens to the server: `useSubscription(api.runs.log, { id }, { onData })`. Another input begins anew. */
export function useSubscription<Input, Value>(
  feed: Feed<Input, Value>,
  input: Input,
  { enabled = true, attempt = 0, onData }: SubscriptionOptions<Value>,
): SubscriptionStatus {
  const [status, setStatus] = useState<SubscriptionStatus>("connecting");
  const key = JSON.stringify(input);
  const take = useEffectEvent(onData);
  const subscribe = useEffectEvent((wished: Input) =>
    feed.subscribe(wished, {
      onStarted: () => setStatus("pending"),
      onData: (value) => {
        setStatus("pending");
        take(value);
      },
      onError: () => setStatus("error"),
      onComplete: () => setStatus("idle"),
      onConnectionStateChange: ({ state }) => {
        // That it is connected again, `onStarted` tells.
        if (state !== "pending") setStatus(state);
      },
    }),
  );
  useEffect(() => {
    if (!enabled) return undefined;
    setStatus("connecting");
    const subscription = subscribe(JSON.parse(key) as Input);
    return () => subscription.unsubscribe();
  }, [enabled, key, attempt]);
  return enabled ? status : "idle";
}
