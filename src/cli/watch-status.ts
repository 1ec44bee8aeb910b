import type { ModelType } from "@/domain/operations/registry";
import type { ActivityRecord } from "@/domain/records";
import { isRefusal } from "./is-refusal";
import { keepSubscribed } from "./keep-subscribed";
import type { Session } from "./open-session";
import { pause } from "./pause";
import { createScreen } from "./terminal/screen";
import { statusView } from "./views/status-view";

const redrawMs = 500;

/**
 * Shows the activity and keeps it up to date until Ctrl-C: redrawn on a terminal, printed again
 * when something has changed elsewhere, and with `--json` one record a line.
 */
export async function watchStatus(
  session: Session,
  filter: { model_type: ModelType[] | undefined },
): Promise<void> {
  const first = await session.client.activity.get.query(filter);
  const ending = new AbortController();
  const interrupt = () => ending.abort();
  process.once("SIGINT", interrupt);
  const news: News = { activity: first, fresh: true, stale: false, lost: false };
  const view = session.json ? jsonLines() : textView(session.server.url);
  const following = follow(session, news, ending.signal);
  try {
    await Promise.race([following, redraw({ session, filter, news, view, signal: ending.signal })]);
  } finally {
    interrupt();
    process.off("SIGINT", interrupt);
    view.close();
  }
}

interface News {
  activity: ActivityRecord;
  /** The activity has not been shown yet. */
  fresh: boolean;
  /** Something has changed since the activity was asked for. */
  stale: boolean;
  lost: boolean;
}

function follow({ client }: Session, news: News, signal: AbortSignal): Promise<void> {
  const learn = (heard: Partial<News>) => () => void Object.assign(news, heard);
  return keepSubscribed({
    signal,
    onConnected: learn({ lost: false, stale: true }),
    onLost: learn({ lost: true, fresh: true }),
    open: (handlers) =>
      client.activity.watch.subscribe({}, { ...handlers, onData: learn({ stale: true }) }),
  });
}

interface Redrawing {
  session: Session;
  filter: { model_type: ModelType[] | undefined };
  news: News;
  view: View;
  signal: AbortSignal;
}

async function redraw({ session, filter, news, view, signal }: Redrawing): Promise<void> {
  while (!signal.aborted) {
    if (news.stale && !news.lost) await refresh();
    if (news.fresh || view.ticks) view.draw(news);
    news.fresh = false;
    await pause(redrawMs, signal);
  }

  async function refresh() {
    news.stale = false;
    try {
      news.activity = await session.client.activity.get.query(filter);
      news.fresh = true;
    } catch (error) {
      if (isRefusal(error)) throw error;
      news.stale = true;
    }
  }
}

interface View {
  /** Draws again even when nothing has changed: times go on. */
  ticks: boolean;
  draw(news: News): void;
  close(): void;
}

function textView(url: string): View {
  const screen = createScreen(process.stdout);
  return {
    ticks: process.stdout.isTTY,
    draw: ({ activity, lost }) => {
      const banner = `${url} cannot be reached: what happens now is unknown. This was the last seen.\n\n`;
      screen.draw(`${lost ? banner : ""}${statusView(activity)}`);
    },
    close: screen.close,
  };
}

function jsonLines(): View {
  return {
    ticks: false,
    draw: ({ activity, lost }) => {
      if (!lost) process.stdout.write(`${JSON.stringify(activity)}\n`);
    },
    close: () => {},
  };
}
