import { Film } from "lucide-react";
import Link from "next/link";
import type { InputRecord } from "@/domain/records";
import { EmptyState } from "../ui/empty-state";
import { inputFileUrl } from "./input-file-url";
import { inputKindLabels } from "./input-kinds";
import { PreviewVideo } from "./preview-video";

/** All inputs, each by its colour video. */
export function InputGrid({ inputs }: { inputs: readonly InputRecord[] }) {
  if (inputs.length === 0) {
    return (
      <EmptyState
        icon={<Film />}
        title="No inputs yet"
        command='npx --no cosmos create prompt "A rainy night drive" ./my-input'
      >
        A folder with color.mp4, and depth.mp4, segmentation.mp4, edge.mp4 or vis.mp4 where you have
        them, comes in with the prompt that is made for it.
      </EmptyState>
    );
  }
  return (
    <ul data-rows className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
      {inputs.map((input) => (
        <li
          key={input.name}
          className="relative min-w-0 overflow-hidden rounded-lg border border-line bg-surface hover:border-control [&_video]:relative [&_video]:z-1"
        >
          {input.files.slice(0, 1).map(({ path }) => (
            <PreviewVideo
              key={path}
              src={inputFileUrl(path)}
              label={`Colour video of ${input.name}`}
            />
          ))}
          <div className="space-y-1 px-3 py-2.5">
            <Link
              href={`/inputs/${input.name}`}
              prefetch={false}
              className="block truncate font-medium text-sm stretched hover:underline"
            >
              {input.name}
            </Link>
            <p className="text-muted text-xs">
              {input.files.map(({ kind }) => inputKindLabels[kind]).join(", ")}
            </p>
            <p className="text-muted text-xs">{countPrompts(input.prompt_count)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function countPrompts(count: number): string {
  if (count === 0) return "Used by no prompt";
  return `Used by ${count} ${count === 1 ? "prompt" : "prompts"}`;
}
