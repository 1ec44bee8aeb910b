import type { ModelType } from "@/domain/operations/registry";

/** What the screen says of an operation: data only, so that zod stays out of the browser. */
export interface OperationInfo {
  type: ModelType;
  label: string;
  verb: string;
  command: string;
  description: string;
  parents: readonly string[];
  needsParent: boolean;
  /** Number of its colour in globals.css. */
  tone: number;
}
