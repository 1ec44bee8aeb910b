import { CloudOff } from "lucide-react";
import type { ReactNode } from "react";

interface ProblemProps {
  title: string;
  /** What to do. */
  children: ReactNode;
  actions?: ReactNode;
}

/** A whole page that could not be shown. */
export function Problem({ title, children, actions }: ProblemProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-lg flex-col items-start gap-3 py-20">
      <CloudOff aria-hidden className="size-7 text-muted" />
      <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
      <div className="space-y-2 text-muted">{children}</div>
      {actions && <div className="flex gap-2 pt-2">{actions}</div>}
    </div>
  );
}
