"use client";
import { type FormEvent, startTransition, useActionState } from "react";
import type { FormAction, FormState } from "./form-state";

interface FormBinding {
  state: FormState;
  pending: boolean;
  /** Spread on the form. */
  form: {
    action: (form: FormData) => void;
    onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  };
}

/**
 * Binds a server action to a form. Without scripts the browser posts it; with scripts it is sent
 * from here, because React would empty the fields of a form that it submits itself.
 */
export function useFormAction(action: FormAction): FormBinding {
  const [state, dispatch, pending] = useActionState(action, {});
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    startTransition(() => dispatch(form));
  };
  return { state, pending, form: { action: dispatch, onSubmit } };
}
