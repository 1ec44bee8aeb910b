import { Field } from "../ui/field";
import { fieldStyles } from "../ui/field-styles";

export interface ParentOption {
  id: string;
  label: string;
}

interface ParentChoiceProps {
  options: readonly ParentOption[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** Which completed run is continued. */
export function ParentChoice({ options, chosen, onChoose }: ParentChoiceProps) {
  if (options.length === 1 && options[0]) {
    return <input type="hidden" name="parent_run_id" value={options[0].id} />;
  }
  return (
    <Field id="parent_run_id" label="Run to continue">
      <select
        id="parent_run_id"
        name="parent_run_id"
        value={chosen}
        onChange={(event) => onChoose(event.currentTarget.value)}
        className={`${fieldStyles} select-control h-9`}
      >
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
