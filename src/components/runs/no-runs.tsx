import { Clapperboard } from "lucide-react";
import { EmptyState } from "../ui/empty-state";

/** What a list of runs says when it is empty. */
export function NoRuns({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState icon={<Clapperboard />} title="No run matches these filters">
        Take a filter away, or clear them all.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Clapperboard />}
      title="No runs yet"
      command="npx --no cosmos inference PROMPT_ID --upscale --wait"
    >
      Start an operation from a prompt, here or on the command line.
    </EmptyState>
  );
}
