"use client";
import { useOperation } from "../operations/operations-context";
import { OperationIcon } from "../operations/operation-icon";
import { Badge } from "../ui/badge";

/** Marks a prompt whose text an enhance run wrote. */
export function EnhancedBadge() {
  const enhance = useOperation("enhance");
  if (!enhance) return null;
  return (
    <Badge tone={enhance.tone} icon={<OperationIcon type={enhance.type} />}>
      Enhanced
    </Badge>
  );
}
