import Link from "next/link";
import type { RunRecord } from "@/domain/records";
import { TextChange } from "../prompts/text-change";
import { Alert } from "../ui/alert";
import { Card } from "../ui/card";
import { readBenchMode } from "./bench-modes";
import { chooseComparison } from "./choose-comparison";
import { CompareLinks } from "./compare-links";
import { RunRating } from "./run-rating";
import { VideoBench } from "./video-bench";
import { resultVideo } from "./video-source";

interface RunResultProps {
  run: RunRecord;
  family: readonly RunRecord[];
  /** The values of `?compare=` and `?view=`. */
  compare: string | undefined;
  view: string | undefined;
  /** The run that `compare` names. */
  compared: RunRecord | null;
}

/** What a completed run made: its video on the bench, or its text. */
export function RunResult({ run, family, compare, view, compared }: RunResultProps) {
  const { enhanced_text, original_text, enhanced_prompt_id } = run.outputs;
  const rating = <RunRating id={run.id} rating={run.rating} />;
  if (typeof enhanced_text === "string") {
    return (
      <Card
        title="Enhanced text"
        aside={
          <span className="flex flex-wrap items-center justify-end gap-3">
            <PromptLink id={run.prompt_id}>Original</PromptLink>
            {typeof enhanced_prompt_id === "string" && enhanced_prompt_id !== run.prompt_id && (
              <PromptLink id={enhanced_prompt_id}>Enhanced prompt</PromptLink>
            )}
            {rating}
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
  const parent = family.find(({ id }) => id === run.parent_run_id);
  const { chosen, video, problem } = chooseComparison({ run, parent, compare, compared });
  const result = resultVideo(run, video ? "After: this run" : "Result");
  if (!result) return null;
  const mode = readBenchMode(view);
  return (
    <Card title={video ? "Compare" : "Result"} aside={rating}>
      {problem && (
        <Alert tone="warning" className="mx-3 mt-3">
          {problem}
        </Alert>
      )}
      <div className="px-3 pt-3">
        <VideoBench key={video?.src} result={result} other={video} view={mode} />
      </div>
      <CompareLinks run={run} family={family} chosen={chosen} view={mode} />
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
