import type { ReactNode } from "react";

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  /** A command that begins. */
  command?: string;
}

export function EmptyState({ icon, title, children, command }: EmptyStateProps) {
  return (
    <div
      data-slot="empty-state"
      className="flex flex-col items-center gap-2 px-4 py-10 text-center"
    >
      {icon && (
        <span aria-hidden className="mb-1 text-muted [&_svg]:size-6">
          {icon}
        </span>
      )}
      <p className="font-medium text-sm">{title}</p>
      {children && <div className="max-w-prose text-muted text-sm">{children}</div>}
      {command && (
        <code className="mt-2 max-w-full overflow-x-auto rounded-md border border-line bg-sunken px-3 py-1.5 text-left font-mono text-xs">
          {command}
        </code>
      )}
    </div>
  );
}
