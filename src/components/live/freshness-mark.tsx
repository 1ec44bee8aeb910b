"use client";
import { TimeAgo } from "../format/time-ago";
import type { Connection } from "./use-connection";

/** Says whether what is seen is the present. */
export function FreshnessMark({ connection }: { connection: Connection }) {
  return (
    <p
      role="status"
      className="flex items-center gap-1.5 text-muted text-xs"
      data-connection={connection.state}
    >
      <Words connection={connection} />
      <noscript>
        <span>As of this page load</span>
      </noscript>
    </p>
  );
}

function Words({ connection }: { connection: Connection }) {
  switch (connection.state) {
    case "connecting":
      return null;
    case "live":
      return (
        <>
          <span aria-hidden className="size-1.5 rounded-full bg-success" />
          Live
        </>
      );
    case "lost":
      return (
        <span className="flex items-center gap-1.5 font-medium text-warning">
          <span aria-hidden className="breathing size-1.5 rounded-full bg-warning" />
          <span>
            Connection lost, reconnecting. As of{" "}
            <TimeAgo at={new Date(connection.lost_at).toISOString()} />
          </span>
        </span>
      );
  }
}
