"use client";
import Link from "next/link";
import type { ActivityRecord } from "@/domain/records";
import { runStatuses } from "@/domain/run-status";
import { useOperations } from "../operations/operations-context";
import { filterHref } from "../runs/run-filters";
import { statusLabel } from "../runs/run-status-badge";
import { Card } from "../ui/card";

/** How many runs there are of each type in each status, each number a link to them. */
export function RunTotals({ counts }: { counts: ActivityRecord["counts"] }) {
  const operations = useOperations();
  const none = { prompt_id: undefined, search: undefined };
  return (
    <Card title="All runs">
      <table className="w-full text-sm">
        <thead className="text-muted text-xs">
          <tr className="[&>th]:px-2 [&>th]:pt-2.5 [&>th]:pb-1 [&>th]:font-medium">
            <th scope="col" className="pl-4! text-left">
              Status
            </th>
            {operations.map(({ type, label }) => (
              <th key={type} scope="col" className="text-right last:pr-4!">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runStatuses.map((status) => (
            <tr key={status} className="[&>td]:px-2 [&>th]:px-2">
              <th scope="row" className="py-1 pl-4! text-left font-normal text-muted">
                {statusLabel(status)}
              </th>
              {operations.map(({ type }) => (
                <td key={type} className="text-right last:pr-4!">
                  <Link
                    href={filterHref("/runs", { ...none, types: [type], statuses: [status] })}
                    prefetch={false}
                    className={`inline-block min-w-6 py-0.5 hover:underline ${counts[type]?.[status] ? "" : "text-muted"}`}
                  >
                    {counts[type]?.[status] ?? 0}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="h-2" />
    </Card>
  );
}
