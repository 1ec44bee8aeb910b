"use client";
import { useEffect, useEffectEvent } from "react";
import type { ActivityRecord, RunRecord } from "@/domain/records";
import { TrpcProvider } from "@/trpc/provider";
import { trpc } from "@/trpc/react";

/** The parts of the activity that are no runs. */
export type LiveState = Pick<
  ActivityRecord,
  "engines" | "queue" | "containers" | "orphans" | "missing"
>;

/** What the server tells of one change. */
export type News =
  | { type: "run"; run: RunRecord }
  | { type: "run_deleted"; id: string }
  | { type: "activity"; activity: LiveState };

export type FeedStatus = "idle" | "connecting" | "pending" | "error";

interface LiveFeedProps {
  /** Everything up to here is known. Another one begins anew. */
  start: string;
  /** Only this run. */
  run_id: string | undefined;
  enabled: boolean;
  /** `cursor` is where to begin after this. */
  onNews: (news: News, cursor: string) => void;
  onStatus: (status: FeedStatus) => void;
  /** Called a while after an error; nothing more comes without. */
  onRetry: () => void;
}

const RETRY_MS = 3000;

/** Listens to the server as long as it is on the page; shows nothing. */
export function LiveFeed(props: LiveFeedProps) {
  return (
    <TrpcProvider>
      <Feed {...props} />
    </TrpcProvider>
  );
}

function Feed(props: LiveFeedProps) {
  const { start, run_id, enabled } = props;
  const { status } = trpc.activity.watch.useSubscription(
    { lastEventId: start, ...(run_id !== undefined && { run_id }) },
    { enabled, onData: ({ id, data }) => props.onNews(data, id) },
  );
  const tell = useEffectEvent(() => props.onStatus(status));
  const retry = useEffectEvent(() => props.onRetry());
  useEffect(() => {
    tell();
    if (status !== "error") return;
    const timer = setTimeout(() => retry(), RETRY_MS);
    return () => clearTimeout(timer);
  }, [status]);
  return null;
}
