"use client";
import { RotateCw, WifiOff } from "lucide-react";
import { TimeAgo } from "../format/time-ago";
import type { Connection } from "./use-connection";

/**
 * Says whether what is seen is the present. That the connection was lost or is back is announced
 * once; when the server was last heard ticks outside of what is announced.
 */
export function FreshnessMark({ connection }: { connection: Connection }) {
  const lost = connection.state === "lost";
  return (
    <div
      data-connection={connection.state}
      data-tone={lost ? "warning" : undefined}
      className="flex items-center gap-1.5 text-muted text-xs data-[connection=lost]:rounded-md data-[connection=lost]:px-2 data-[connection=lost]:py-1 data-[connection=lost]:font-medium data-[connection=lost]:tinted"
    >
      {lost && <WifiOff aria-hidden className="size-3.5 shrink-0" />}
      {connection.state === "live" && (
        <span aria-hidden className="size-1.5 rounded-full bg-success" />
      )}
      <div className="flex flex-wrap gap-x-1.5">
        <p role="status">{words[connection.state]}</p>
        {connection.state === "lost" && (
          <span>
            Last news <TimeAgo at={new Date(connection.news_at).toISOString()} />
          </span>
        )}
      </div>
      {connection.state === "lost" && (
        <button
          type="button"
          onClick={connection.retry}
          title="Connect now"
          className="-my-1 -mr-1 flex h-7 shrink-0 items-center gap-1 rounded-md px-1.5 hover:bg-hover max-md:h-9"
        >
          <RotateCw aria-hidden className="size-3.5" />
          Retry
        </button>
      )}
      <noscript>
        <span>As of this page load</span>
      </noscript>
    </div>
  );
}

const words: Record<Connection["state"], string> = {
  connecting: "",
  live: "Live",
  lost: "Connection lost, reconnecting.",
};
