import { fieldStyles } from "../ui/field-styles";

interface OrderSelectProps {
  name: string;
  /** How each order is called; `newest` is the usual one and stands in no address. */
  labels: Readonly<Record<string, string>>;
  value: string | undefined;
  /** Where it stands in its form. */
  className: string;
}

/** The order of a list, as a field of its GET form. */
export function OrderSelect({ name, labels, value, className }: OrderSelectProps) {
  return (
    <select
      name={name}
      aria-label="Order"
      defaultValue={value ?? ""}
      className={`${fieldStyles} select-control h-8 ${className}`}
    >
      {Object.entries(labels).map(([order, label]) => (
        <option key={order} value={order === "newest" ? "" : order}>
          {label}
        </option>
      ))}
    </select>
  );
}
