"use client";
import { ChevronDown, CornerLeftUp, Loader } from "lucide-react";
import { useEffect, useRef } from "react";

export interface Fold {
  /** How many runs were made from it, wherever they are. */
  total: number;
  /** How many of them are not in the table yet. */
  missing: number;
  open: boolean;
  /** They are being fetched. */
  busy: boolean;
  toggle: () => void;
}

const look =
  "relative z-1 flex h-6 shrink-0 items-center gap-1 rounded-md px-1.5 text-muted text-xs hover:bg-hover hover:text-foreground max-md:h-9 noscript:hidden [&_svg]:size-3.5";

/** Folds and unfolds what stands below a row; what is on other pages is fetched first. */
export function FoldButton({ fold: { total, missing, open, busy, toggle } }: { fold: Fold }) {
  const name = `${total} ${total === 1 ? "run continues" : "runs continue"} this one`;
  const title = missing > 0 ? `${name}, ${missing} not on this page` : name;
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label={title}
      aria-busy={busy}
      title={title}
      onClick={toggle}
      className={look}
    >
      {missing > 0 && missing < total ? `${total - missing} of ${total}` : total}
      {busy ? (
        <Loader aria-hidden className="animate-spin" />
      ) : (
        <ChevronDown aria-hidden className={open ? "" : "-rotate-90"} />
      )}
    </button>
  );
}

export interface ParentButtonProps {
  /** The run that is put above. */
  run_id: string;
  busy: boolean;
  show: () => void;
}

/** Puts the run that this one continues above it, and the focus there once this button is gone. */
export function ParentButton({ run_id, busy, show }: ParentButtonProps) {
  const name = "Show the run that this one continues";
  const asked = useRef(false);
  useEffect(
    () => () => {
      if (!asked.current || document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>(`[data-run="${run_id}"] a`)?.focus();
    },
    [run_id],
  );
  return (
    <button
      type="button"
      aria-label={name}
      aria-busy={busy}
      title={name}
      onClick={() => {
        asked.current = true;
        show();
      }}
      className={look}
    >
      {busy ? <Loader aria-hidden className="animate-spin" /> : <CornerLeftUp aria-hidden />}
    </button>
  );
}
