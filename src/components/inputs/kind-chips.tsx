import type { InputKind } from "@/domain/models/define-model";
import { Badge } from "../ui/badge";
import { inputKindLabels } from "./input-kinds";

/** Which kinds of video an input has. */
export function KindChips({ kinds }: { kinds: readonly InputKind[] }) {
  return (
    <ul aria-label="Videos" className="flex flex-wrap gap-1">
      {kinds.map((kind) => (
        <li key={kind}>
          <Badge>{inputKindLabels[kind]}</Badge>
        </li>
      ))}
    </ul>
  );
}
