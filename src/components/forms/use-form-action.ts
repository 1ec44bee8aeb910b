"use client";
import { type FormEvent, startTransition, useActionState } from "react";
import { expectNotice } from "../notices/tell";
import { actionOutcomes } from "./action-outcomes";
import { attempt } from "./attempt";
import type { FormAction, FormState } from "./form-state";
import { tellOutcome } from "./perform-action";

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
 * from here, because React would empty the fields of a form that it submits itself, and what was
 * done is told although the form may be gone by then.
 */
export function useFormAction(action: FormAction): FormBinding {
  const [posted, post] = useActionState(action, {});
  const [state, send, pending] = useActionState(async (before: FormState, form: FormData) => {
    const answer = await attempt(action, before, form);
    if (!answer.error && !answer.field_errors) tellOutcome(action, form, answer);
    return answer;
  }, posted);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    if (actionOutcomes.has(action)) expectNotice();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    startTransition(() => send(form));
  };
  return { state, pending, form: { action: post, onSubmit } };
}
