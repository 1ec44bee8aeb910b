import { getOperation, modelTypes } from "@/domain/operations/registry";
import { symbolId } from "./symbol-id";

/** The outlines of all operations, once a page. */
export function OperationSymbols() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      {modelTypes.map((type) => (
        <symbol
          key={type}
          id={symbolId(type)}
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth={2}
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          {getOperation(type).icon.map((path) => (
            <path key={path} d={path} />
          ))}
        </symbol>
      ))}
    </svg>
  );
}
