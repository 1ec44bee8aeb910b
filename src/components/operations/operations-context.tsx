"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { ModelType } from "@/domain/operations/registry";
import type { OperationInfo } from "./operation-info";

const Operations = createContext<readonly OperationInfo[]>([]);

interface OperationsProviderProps {
  operations: readonly OperationInfo[];
  children: ReactNode;
}

export function OperationsProvider({ operations, children }: OperationsProviderProps) {
  return <Operations value={operations}>{children}</Operations>;
}

export function useOperations(): readonly OperationInfo[] {
  return useContext(Operations);
}

/** Undefined for a run of an operation that this version no longer has. */
export function useOperation(type: ModelType): OperationInfo | undefined {
  return useOperations().find((operation) => operation.type === type);
}
