import { Ban, CircleCheck, CircleDashed, CircleX, Loader } from "lucide-react";
import type { RunStatus } from "@/domain/run-status";
import { Badge } from "../ui/badge";

/** How each status is shown wherever it is. */
export const statusLooks = {
  pending: { label: "Pending", icon: CircleDashed, tone: undefined },
  running: { label: "Running", icon: Loader, tone: "strong" },
  completed: { label: "Completed", icon: CircleCheck, tone: "success" },
  failed: { label: "Failed", icon: CircleX, tone: "danger" },
  cancelled: { label: "Cancelled", icon: Ban, tone: undefined },
} as const satisfies Record<RunStatus, object>;

interface RunStatusBadgeProps {
  status: RunStatus;
  /** An active run that was asked to stop. */
  cancelling?: boolean;
}

export function RunStatusBadge({ status, cancelling = false }: RunStatusBadgeProps) {
  const { label, icon: Icon, tone } = statusLooks[status];
  const moving = status === "running" ? "animate-spin [animation-duration:3s]" : undefined;
  return (
    <Badge {...(tone && { tone })} icon={<Icon aria-hidden className={moving} />}>
      {cancelling ? "Cancelling" : label}
    </Badge>
  );
}

export const statusLabel = (status: RunStatus): string => statusLooks[status].label;
