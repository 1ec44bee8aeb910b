import { Progress } from "../../ui/progress";

interface ImportProgressProps {
  /** Null while nothing is known. */
  progress:
    | { file_name: string; step: "checking" | "encoding"; done: number; total: number }
    | null
    | undefined;
}

/** What the server is doing with the files. */
export function ImportProgress({ progress }: ImportProgressProps) {
  const share = progress && progress.total > 0 ? progress.done / progress.total : null;
  return (
    <div role="status" data-tone="strong" className="space-y-1.5">
      <Progress value={share} label="Making the input" />
      <p className="text-muted text-xs">
        {progress ? inWords(progress) : "The files are looked at."}
      </p>
    </div>
  );
}

function inWords(progress: NonNullable<ImportProgressProps["progress"]>): string {
  const { file_name, step, done, total } = progress;
  if (step === "checking") return `${file_name} is decoded to its end.`;
  return `${file_name} becomes a video: frame ${done} of ${total}.`;
}
