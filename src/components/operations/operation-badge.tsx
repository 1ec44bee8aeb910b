"use client";
import type { ModelType } from "@/domain/operations/registry";
import { Badge } from "../ui/badge";
import { OperationIcon } from "./operation-icon";
import { useOperation } from "./operations-context";

/** The type of a run: icon, word and colour. */
export function OperationBadge({ type }: { type: ModelType }) {
  const operation = useOperation(type);
  if (!operation) return <Badge>{type}</Badge>;
  return (
    <Badge tone={operation.tone} icon={<OperationIcon type={operation.type} />}>
      {operation.label}
    </Badge>
  );
}
