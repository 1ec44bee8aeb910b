import Link from "next/link";
import { OperationIcon } from "./operation-icon";
import type { OperationInfo } from "./operation-info";

interface OperationTabsProps {
  operations: readonly OperationInfo[];
  chosen: OperationInfo["type"];
  hrefOf: (type: OperationInfo["type"]) => string;
}

/** Links to the form of each operation. */
export function OperationTabs({ operations, chosen, hrefOf }: OperationTabsProps) {
  return (
    <nav aria-label="Operations" className="flex gap-1 border-line border-b px-3 py-2">
      {operations.map(({ type, label, tone }) => (
        <Link
          key={type}
          href={hrefOf(type)}
          prefetch={false}
          scroll={false}
          aria-current={type === chosen ? "true" : undefined}
          className="flex h-8 items-center gap-1.5 rounded-md px-2.5 text-muted text-sm hover:bg-hover aria-[current]:bg-hover aria-[current]:font-medium aria-[current]:text-foreground max-md:h-10"
        >
          <span data-tone={tone} className="text-tone">
            <OperationIcon type={type} />
          </span>
          {label}
        </Link>
      ))}
    </nav>
  );
}
