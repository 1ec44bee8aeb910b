import type { MadeRun } from "../batch/made-run";

/** What a server action answers: nothing when it did what was asked and there is no more to say. */
export interface FormState {
  /** One sentence: what happened and what to do. */
  error?: string;
  /** Sentences by field name. */
  field_errors?: Record<string, string>;
  /** What was typed, so that a page without scripts shows it again. */
  values?: Record<string, string>;
  /** What was overwritten, so that it can be brought back. */
  replaced?: { id: string; name: string; query: string };
  /** What came of each prompt, where a form is for several. */
  made?: readonly MadeRun[];
}

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
