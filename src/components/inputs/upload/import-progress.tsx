import { Progress } from "../../ui/progress";

interface ImportProgressProps {
  /** Null while nothing is known. */
  progress:
    | { file_name: string; step: "checking" | "encoding"; done: number; total: number }
    | null
    | undefined;
}

/** What the server is doing with the files; how far it is changes too often to be announced. */
export function ImportProgress({ progress }: ImportProgressProps) {
  const share = progress && progress.total > 0 ? progress.done / progress.total : null;
  return (
    <div data-tone="strong" className="space-y-1.5">
      <Progress value={share} label="Making the input" />
      <p className="text-muted text-xs">
        <span role="status">{progress ? inWords(progress) : "The files are looked at."}</span>
        {progress?.step === "encoding" && ` Frame ${progress.done} of ${progress.total}.`}
      </p>
    </div>
  );
}

function inWords(progress: NonNullable<ImportProgressProps["progress"]>): string {
  const { file_name, step } = progress;
  if (step === "checking") return `${file_name} is decoded to its end.`;
  return `${file_name} becomes a video.`;
}
