import Link from "next/link";
import type { RunRecord } from "@/domain/records";
import { Card } from "../ui/card";
import { RunVideo, videoPath } from "./run-video";
import { TextChange } from "../prompts/text-change";
import { VideoPair } from "./video-pair";

interface RunResultProps {
  run: RunRecord;
  parent: RunRecord | undefined;
}

/** What a completed run made: its video, beside its parent's where it continues one, or its text. */
export function RunResult({ run, parent }: RunResultProps) {
  const { enhanced_text, original_text, enhanced_prompt_id } = run.outputs;
  if (typeof enhanced_text === "string") {
    return (
      <Card
        title="Enhanced text"
        aside={
          <span className="flex gap-3">
            <PromptLink id={run.prompt_id}>Original</PromptLink>
            {typeof enhanced_prompt_id === "string" && enhanced_prompt_id !== run.prompt_id && (
              <PromptLink id={enhanced_prompt_id}>Enhanced prompt</PromptLink>
            )}
          </span>
        }
      >
        <TextChange
          before={String(original_text ?? run.execution_config.prompt_text ?? "")}
          after={enhanced_text}
        />
      </Card>
    );
  }
  if (!videoPath(run)) return null;
  if (!parent || !videoPath(parent)) {
    return (
      <Card title="Result" className="[&>figure]:p-3">
        <RunVideo run={run} label="Result" />
      </Card>
    );
  }
  return (
    <Card title="Before and after">
      <div className="p-3">
        <VideoPair>
          <RunVideo run={parent} label={`Before: run ${parent.id}`} />
          <RunVideo run={run} label="After: this run" />
        </VideoPair>
      </div>
    </Card>
  );
}

function PromptLink({ id, children }: { id: string; children: string }) {
  return (
    <Link href={`/prompts/${id}`} prefetch={false} className="text-sm underline underline-offset-2">
      {children}
    </Link>
  );
}
