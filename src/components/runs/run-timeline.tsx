import type { RunEventRecord } from "@/domain/records";
import { TimeAgo } from "../format/time-ago";
import { Card } from "../ui/card";

/** What happened to a run, when, and who asked. */
export function RunTimeline({ events }: { events: readonly RunEventRecord[] }) {
  return (
    <Card title="Timeline">
      <ol className="space-y-3 px-4 py-3 text-sm">
        {events.map((event) => (
          <li key={event.id} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5">
            <span aria-hidden className="mt-1.5 size-2 rounded-full border-2 border-control" />
            <div>
              <p className="[overflow-wrap:anywhere]">{event.message}</p>
              <p className="text-muted text-xs">
                <TimeAgo at={event.at} />, {event.actor}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
