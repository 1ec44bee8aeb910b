import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  /** Small line above the title: where this page belongs. */
  above?: ReactNode;
  /** Line below the title. */
  below?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, above, below, actions }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 space-y-1">
        {above && <div className="text-muted text-sm">{above}</div>}
        <h1 className="font-semibold text-xl tracking-tight [overflow-wrap:anywhere]">{title}</h1>
        {below && <div className="text-muted text-sm">{below}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
