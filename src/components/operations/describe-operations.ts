import { getOperation, modelTypes } from "@/domain/operations/registry";
import type { OperationInfo } from "./operation-info";

const TONES = 6;

/** Every operation in the order of the registry, which is also the order of the colours. */
export function describeOperations(): OperationInfo[] {
  return modelTypes.map((type, index) => {
    const { label, verb, command, description, parents, needsParent } = getOperation(type);
    const tone = index % TONES;
    return { type, label, verb, command, description, parents, needsParent, tone };
  });
}
