import { announceEnd } from "./announce-end";
import type { RunEnd } from "./describe-end";
import { findEnded } from "./find-ended";
import type { Notice } from "./notice";
import { tell } from "./tell";
import { readWatched, unwatchRun } from "./watched-runs";

const LOOK_MS = 5000;
const name = "cosmos_notices";

/** What the tabs of a browser say to each other: to look at the runs now, or to show a message. */
type Word = { look: true } | { notice: Notice };

/**
 * Looks after the watched runs until the signal, and tells when one has ended. Of all tabs of this
 * browser the one that holds a lock does so; when it closes, another takes over. Tabs in view remind
 * it, because a hidden tab's timers may run only once a minute. Where there are no locks (plain HTTP),
 * each tab in view looks, and the one that forgets the run tells.
 */
export async function watchRuns(signal: AbortSignal): Promise<void> {
  const channel = new BroadcastChannel(name);
  channel.addEventListener("message", ({ data }: MessageEvent<Word>) => {
    if ("notice" in data && isInView()) void tell(data.notice);
  });
  const reminding = setInterval(() => isInView() && say(channel, { look: true }), LOOK_MS);
  signal.addEventListener("abort", () => {
    clearInterval(reminding);
    channel.close();
  });
  const shared = "locks" in navigator;
  const watch = async () => {
    while (!signal.aborted) {
      if (shared || isInView()) await lookOnce(channel);
      await nextLook(channel, signal);
    }
  };
  if (!shared) return watch();
  await navigator.locks.request(name, { signal }, watch).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

async function lookOnce(channel: BroadcastChannel): Promise<void> {
  for (const { id, end } of await findEnded(readWatched())) {
    if (!unwatchRun(id) || !end || announceEnd(end)) continue;
    const notice = toNotice(end);
    say(channel, { notice });
    void tell(notice);
  }
}

/** Waits for some seconds, for the word of another tab, or for the end. */
function nextLook(channel: BroadcastChannel, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const go = () => {
      waiting.abort();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(go, LOOK_MS);
    const onMessage = ({ data }: MessageEvent<Word>) => "look" in data && go();
    channel.addEventListener("message", onMessage, { signal: waiting.signal });
    signal.addEventListener("abort", go, { signal: waiting.signal });
  });
}

function say(channel: BroadcastChannel, word: Word): void {
  channel.postMessage(word);
}

const isInView = () => document.visibilityState === "visible";

function toNotice({ run_id, title, body, failed }: RunEnd): Notice {
  return {
    text: `${title}: ${body}`,
    ...(failed && { tone: "danger" as const }),
    link: { label: "Open", href: `/runs/${run_id}` },
  };
}
