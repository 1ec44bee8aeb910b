import Form from "next/form";
import type { ReactNode } from "react";
import { SubmitButton } from "../forms/submit-button";
import { fieldStyles } from "../ui/field-styles";
import type { Base } from "./choose-base";
import { listViewFields, type PromptView } from "./prompt-address";

interface CompareChoiceProps {
  /** The prompt that is compared. */
  id: string;
  bases: readonly Base[];
  chosen: string | undefined;
  /** What the page shows, which stays. */
  view: PromptView;
  /** What the comparison found. */
  children: ReactNode;
}

/** A GET form: what to compare with is part of the address. */
export function CompareChoice({ id, bases, chosen, view, children }: CompareChoiceProps) {
  const { diff, ...others } = view;
  // A text alone can't be compared.
  const kept = { ...others, compare: undefined, diff: diff === "split" ? diff : undefined };
  return (
    <Form
      key={chosen}
      action={`/prompts/${id}`}
      prefetch={false}
      scroll={false}
      className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2.5 text-sm"
    >
      {listViewFields(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="compare" className="text-muted">
        {chosen === undefined ? "Compare with" : "Compared with"}
      </label>
      <select
        id="compare"
        name="compare"
        defaultValue={chosen ?? ""}
        className={`${fieldStyles} select-control h-8 w-auto! max-w-full sm:max-w-72`}
      >
        {chosen === undefined && <option value="">Another version</option>}
        {bases.map((base) => (
          <option key={base.id} value={base.id}>
            {base.label}
          </option>
        ))}
      </select>
      <SubmitButton>Compare</SubmitButton>
      <span className="text-muted text-xs sm:ml-auto">{children}</span>
    </Form>
  );
}
