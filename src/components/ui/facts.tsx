import type { ReactNode } from "react";

interface FactsProps {
  items: readonly (readonly [label: string, value: ReactNode])[];
}

/** Labels and values, one pair a line. */
export function Facts({ items }: FactsProps) {
  return (
    <dl data-slot="facts" className="divide-y divide-line text-sm">
      {items.map(([label, value]) => (
        <div key={label} className="flex justify-between gap-4 px-4 py-1.5">
          <dt className="shrink-0 text-muted">{label}</dt>
          <dd className="min-w-0 text-right [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
