import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  /** Small line above the title: where this page belongs. */
  above?: ReactNode;
  /** Line below the title. */
  below?: ReactNode;
  actions?: ReactNode;
  /** 2 within a page that has a title already. */
  level?: 1 | 2;
}

export function PageHeader({ title, above, below, actions, level = 1 }: PageHeaderProps) {
  return (
    <header
      className={`${level === 1 ? "mb-4" : "mb-2"} flex flex-wrap items-end justify-between gap-x-6 gap-y-3`}
    >
      <div className="min-w-0 space-y-1">
        {above && <div className="text-muted text-sm">{above}</div>}
        {level === 1 ? (
          <h1 className="font-semibold text-xl tracking-tight [overflow-wrap:anywhere]">{title}</h1>
        ) : (
          <h2 className="font-medium text-sm">{title}</h2>
        )}
        {below && <div className="text-muted text-sm">{below}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
