import { CircleAlert, Info } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface AlertProps {
  tone?: "danger" | "warning" | "strong";
  title?: ReactNode;
  children?: ReactNode;
  className?: string;
}

/** Something the person should know now. Errors interrupt a screen reader, the rest waits. */
export function Alert({ tone = "danger", title, children, className }: AlertProps) {
  const Icon = tone === "strong" ? Info : CircleAlert;
  return (
    <div
      data-slot="alert"
      data-tone={tone}
      role={tone === "danger" ? "alert" : "status"}
      className={cn(
        "flex gap-2.5 rounded-lg border border-tone/30 bg-tone/6 px-3.5 py-2.5 text-sm",
        className,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-tone" />
      <div className="min-w-0 space-y-1">
        {title && <p className="font-medium text-tone">{title}</p>}
        {children}
      </div>
    </div>
  );
}
