import Link from "next/link";
import { inputKinds } from "@/domain/models/define-model";
import type { PromptRecord } from "@/domain/records";
import { inputFileUrl } from "../inputs/input-file-url";
import { inputKindLabels } from "../inputs/input-kinds";
import { PreviewVideo } from "../inputs/preview-video";
import { Card } from "../ui/card";

/** The input videos of a prompt. */
export function PromptInput({ prompt }: { prompt: PromptRecord }) {
  return (
    <Card
      title="Input"
      aside={
        <Link
          href={`/inputs/${prompt.input_name}`}
          prefetch={false}
          className="text-sm underline underline-offset-2"
        >
          {prompt.input_name}
        </Link>
      }
    >
      <ul className="grid grid-cols-2 gap-3 p-3 sm:grid-cols-3 xl:grid-cols-5">
        {inputKinds.map((kind) => {
          const path = prompt.inputs[kind];
          if (!path) return null;
          return (
            <li key={kind} className="space-y-1 text-muted text-xs">
              <PreviewVideo
                src={inputFileUrl(path)}
                label={`${inputKindLabels[kind]} video`}
                className="rounded-md"
              />
              {inputKindLabels[kind]}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
