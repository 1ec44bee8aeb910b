"use client";
import { useRouter } from "next/navigation";
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from "react";

interface AddressDialogProps {
  title: string;
  children: ReactNode;
  /** Address of the page without the dialog. */
  back: string;
}

/**
 * A dialog that belongs to an address. The server renders it open, so it works without scripts; with
 * them it becomes modal.
 */
export function AddressDialog({ title, children, back }: AddressDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const router = useRouter();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.close();
    element.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      open
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        router.replace(back, { scroll: false });
      }}
      className="z-30 max-h-[calc(100dvh-2rem)] w-[min(28rem,calc(100vw-2rem))] overflow-y-auto rounded-lg border border-line bg-surface p-5 shadow-2xl"
    >
      <h2 id={titleId} className="font-semibold text-lg">
        {title}
      </h2>
      {children}
    </dialog>
  );
}

/** A link out of a dialog: with scripts the page behind stays where it is. */
export function BackLink({ href, ...props }: Omit<ComponentProps<"a">, "onClick">) {
  const router = useRouter();
  return (
    <a
      href={href}
      onClick={(event) => {
        event.preventDefault();
        if (href) router.replace(href, { scroll: false });
      }}
      {...props}
    />
  );
}
