import { Film, SearchX } from "lucide-react";
import type { InputSummary } from "@/domain/inputs/input-query";
import { EmptyState } from "../ui/empty-state";
import { InputCard } from "./input-card";

interface InputGridProps {
  inputs: readonly InputSummary[];
  filtered: boolean;
}

/** A page of inputs. */
export function InputGrid({ inputs, filtered }: InputGridProps) {
  if (inputs.length === 0 && filtered) {
    return <EmptyState icon={<SearchX />} title="No input is like that" />;
  }
  if (inputs.length === 0) {
    return (
      <EmptyState
        icon={<Film />}
        title="No inputs yet"
        command='npx --no cosmos create prompt "A rainy night drive" ./my-input'
      >
        An input is a colour video, with its depth, segmentation, edge or visual video where you
        have them. Upload one here, or let a prompt bring its folder in:
      </EmptyState>
    );
  }
  return (
    <ul data-rows className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
      {inputs.map((input) => (
        <li key={input.name} className="min-w-0">
          <InputCard input={input} />
        </li>
      ))}
    </ul>
  );
}
