import { keepSubscribed } from "./keep-subscribed";
import type { Session } from "./open-session";

interface FollowOptions {
  runId: string;
  onText(text: string): void;
  onLost?(): void;
}

/**
 * Hands on a run's log from its first byte until the run has ended, each byte once: the offset
 * after the last chunk is where the next subscription starts, however often the server goes away.
 */
export async function followLog(session: Session, options: FollowOptions): Promise<void> {
  let position = 0;
  await keepSubscribed({
    signal: new AbortController().signal,
    ...(options.onLost && { onLost: options.onLost }),
    open: (handlers) =>
      session.client.runs.log.subscribe(
        { id: options.runId, lastEventId: String(position) },
        {
          ...handlers,
          onData: ({ id, data }) => {
            if (data.offset < position) return;
            position = Number(id);
            options.onText(data.text);
          },
        },
      ),
  });
}
