import type { ReactNode } from "react";

interface ViewMenuProps {
  /** What the button shows. */
  button: ReactNode;
  /** What the button is called where it shows only a picture. */
  label?: string;
  /** Whether it has something to say by itself. */
  open: boolean;
  children: ReactNode;
}

/** A button that opens a small panel below it; it needs no scripts. */
export function ViewMenu({ button, label, open, children }: ViewMenuProps) {
  return (
    <details open={open || undefined} className="group relative">
      <summary
        aria-label={label}
        title={label}
        className="flex h-7 list-none items-center gap-1.5 rounded-md px-2 text-muted text-xs hover:bg-hover hover:text-foreground group-open:bg-hover group-open:text-foreground max-md:h-10 [&::-webkit-details-marker]:hidden [&_svg]:size-3.5"
      >
        {button}
      </summary>
      <div className="absolute top-full right-0 z-20 mt-1.5 w-72 max-w-[calc(100vw-2rem)] space-y-3 rounded-lg border border-line bg-surface p-4 shadow-2xl">
        {children}
      </div>
    </details>
  );
}
