"use client";
import { WifiOff } from "lucide-react";
import { TimeAgo } from "../format/time-ago";
import type { Connection } from "./use-connection";

/**
 * Says whether what is seen is the present. That the connection was lost or is back is announced
 * once; how long ago that was ticks outside of what is announced.
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
      <p role="status">{words[connection.state]}</p>
      {lost && (
        <span>
          As of <TimeAgo at={new Date(connection.lost_at).toISOString()} />
        </span>
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
