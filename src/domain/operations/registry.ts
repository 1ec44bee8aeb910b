import type { Operation } from "./define-operation";
import { enhance } from "./enhance";
import { transfer } from "./transfer";
import { upscale } from "./upscale";

/** The only list of operations. */
export const operations = { enhance, transfer, upscale } as const;

export type ModelType = keyof typeof operations;

export const modelTypes = Object.keys(operations) as [ModelType, ...ModelType[]];

export function isModelType(value: string): value is ModelType {
  return Object.hasOwn(operations, value);
}

/** The operation of a name, seen through the general contract. */
export function getOperation(type: ModelType): Operation {
  return operations[type];
}
