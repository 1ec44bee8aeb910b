import { isRefusal } from "./is-refusal";
import { pause } from "./pause";

const reopenMs = 1000;
const giveUpMs = 5 * 60 * 1000;

export interface SubscriptionHandlers {
  onComplete(): void;
  onError(error: unknown): void;
  onConnectionStateChange(change: { state: string; error: unknown }): void;
}

interface KeepOptions {
  /** Opens the subscription, from where the last one stopped. */
  open(handlers: SubscriptionHandlers): { unsubscribe(): void };
  signal: AbortSignal;
  /** Called each time the server is reached. */
  onConnected?(): void;
  /** Called each time the server is lost. */
  onLost?(): void;
}

/**
 * Stays subscribed across restarts of the server, until the server completes the subscription or
 * the signal aborts. Rejects when the server refuses it, or stays away for five minutes.
 */
export async function keepSubscribed(options: KeepOptions): Promise<void> {
  let lostAt: number | undefined;
  while (!options.signal.aborted) {
    const ending = await subscribeOnce({
      ...options,
      onConnected: () => {
        lostAt = undefined;
        options.onConnected?.();
      },
    });
    if (ending.done || options.signal.aborted) return;
    lostAt ??= Date.now();
    if (isRefusal(ending.error) || Date.now() - lostAt > giveUpMs) throw ending.error;
    options.onLost?.();
    await pause(reopenMs, options.signal);
  }
}

type Ending = { done: true } | { done: false; error: unknown };

// The link would reconnect by itself after a lost connection, but not after an error status such
// as a starting server sends, so every disturbance ends the subscription and opens another.
function subscribeOnce({ open, signal, onConnected }: KeepOptions): Promise<Ending> {
  return new Promise((resolve) => {
    const onAbort = () => end({ done: true });
    const end = (ending: Ending) => {
      signal.removeEventListener("abort", onAbort);
      resolve(ending);
      // Handlers may run before open() has returned.
      queueMicrotask(() => subscription.unsubscribe());
    };
    signal.addEventListener("abort", onAbort);
    const subscription = open({
      onComplete: () => end({ done: true }),
      onError: (error) => end({ done: false, error }),
      onConnectionStateChange: ({ state, error }) => {
        if (state === "pending") onConnected?.();
        else if (error) end({ done: false, error });
      },
    });
  });
}
