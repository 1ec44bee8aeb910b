"use client";
import { type ReactNode, useLayoutEffect, useRef } from "react";

interface PanelProps {
  label: string;
  onClose: () => void;
  className?: string;
  children: ReactNode;
}

/**
 * A modal dialog over any page. The browser keeps the focus in it, closes it on Escape and gives the
 * focus back. What should have it first is marked with `data-first-focus`.
 */
export function Panel({ label, onClose, className = "", children }: PanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // In the layout phase, as a dialog that has left the document gives no focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>("[data-first-focus]")?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      data-panel
      data-slot="panel"
      aria-label={label}
      onClose={(event) => {
        if (!event.currentTarget.open) onClose();
      }}
      onClick={(event) => {
        // The backdrop is the dialog itself, without anything of its inside.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      className={`mt-[12vh] max-h-[76vh] w-[min(36rem,calc(100vw-1.5rem))] flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-2xl open:flex ${className}`}
    >
      {children}
    </dialog>
  );
}
