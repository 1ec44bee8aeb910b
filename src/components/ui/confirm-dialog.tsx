"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useId, useRef } from "react";
import type { FormAction } from "../forms/form-state";
import { useFormAction } from "../forms/use-form-action";
import { Alert } from "./alert";
import { Button } from "./button";
import { buttonVariants } from "./button-variants";

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  /** What the button says. Without an action there is only the way back. */
  verb: string;
  action: FormAction | null;
  fields: Record<string, string>;
  /** Address of the page without the question. */
  back: string;
}

/**
 * A question that belongs to an address. The server renders it open, so it works without scripts;
 * with them it becomes a modal dialog.
 */
export function ConfirmDialog({ title, children, verb, action, fields, back }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const router = useRouter();
  const { state, pending, form } = useFormAction(action ?? keepAsItIs);
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
      className="z-30 w-[min(28rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-5 shadow-2xl"
    >
      <h2 id={titleId} className="font-semibold text-lg">
        {title}
      </h2>
      <div className="mt-2 space-y-2 text-muted text-sm">{children}</div>
      {state.error && <Alert className="mt-3">{state.error}</Alert>}
      <form {...form} className="mt-5 flex justify-end gap-2">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <a
          href={back}
          onClick={(event) => {
            event.preventDefault();
            router.replace(back, { scroll: false });
          }}
          className={buttonVariants()}
        >
          {action ? "Keep it" : "Close"}
        </a>
        {action && (
          <Button type="submit" variant="solidDanger" disabled={pending} focusableWhenDisabled>
            {verb}
          </Button>
        )}
      </form>
    </dialog>
  );
}

const keepAsItIs: FormAction = async () => ({});
