import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

interface CardProps extends Omit<ComponentProps<"section">, "title"> {
  title?: ReactNode;
  /** Shown beside the title: a count, a link, a button. */
  aside?: ReactNode;
}

/** A titled section on its own surface. */
export function Card({ title, aside, className, children, ...props }: CardProps) {
  return (
    <section
      data-slot="card"
      className={cn(
        "min-w-0 rounded-lg border border-line bg-surface shadow-(--shadow)",
        className,
      )}
      {...props}
    >
      {title !== undefined && (
        <header className="flex min-h-11 items-center justify-between gap-3 border-line border-b px-4 py-1.5">
          <h2 className="font-medium text-sm">{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
