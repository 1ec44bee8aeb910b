import { CircleAlert, CircleCheck } from "lucide-react";
import { createRoot } from "react-dom/client";
import { Toaster, toast } from "sonner";
import type { Notice } from "./notice";

const SHOWN_MS = 5000;
const UNDO_MS = 20_000;
const LINK_MS = 60_000;

const classNames = {
  toast:
    "flex w-full items-center gap-2.5 rounded-lg border border-line bg-surface px-3.5 py-2.5 text-foreground text-sm shadow-2xl font-sans",
  content: "min-w-0 flex-1",
  icon: "shrink-0 [&_svg]:size-4",
  actionButton: "button-base h-7 px-2 text-xs border border-line bg-surface hover:bg-hover",
};

/** Shows a notice for a while; longer with something to undo or to see, and as long as it is pointed at. */
export function showNotice({ text, tone, undo, link }: Notice): void {
  toast(text, {
    duration: undo ? UNDO_MS : link ? LINK_MS : SHOWN_MS,
    icon: tone ? (
      <CircleAlert aria-hidden className="text-danger" />
    ) : (
      <CircleCheck aria-hidden className="text-success" />
    ),
    ...(undo && { action: { label: "Undo", onClick: undo } }),
    // In a tab of its own: this one may hold what was typed.
    ...(link && { action: { label: link.label, onClick: () => open(link.href) } }),
  });
}

// A root of its own, so that pages need not carry the library for what may never be told.
createRoot(document.body.appendChild(document.createElement("div"))).render(
  <Toaster
    position="bottom-right"
    mobileOffset={{ bottom: "4.5rem" }}
    containerAriaLabel="Messages"
    toastOptions={{ unstyled: true, classNames }}
  />,
);
