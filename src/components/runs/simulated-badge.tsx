import { FlaskConical } from "lucide-react";
import { Badge } from "../ui/badge";

/** Marks a run that no model has worked on, wherever it is shown. */
export function SimulatedBadge({ simulated }: { simulated: boolean }) {
  if (!simulated) return null;
  return (
    <Badge tone="warning" icon={<FlaskConical aria-hidden />}>
      Simulated
    </Badge>
  );
}
