import type { ModelType } from "@/domain/operations/registry";
import { symbolId } from "./symbol-id";

interface OperationIconProps {
  type: ModelType;
  className?: string;
}

/** The sign of an operation: a reference, so that a long list does not repeat its outline. */
export function OperationIcon({ type, className = "size-4 shrink-0" }: OperationIconProps) {
  return (
    <svg aria-hidden="true" className={className}>
      <use href={`#${symbolId(type)}`} />
    </svg>
  );
}
