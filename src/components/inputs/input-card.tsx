import Link from "next/link";
import type { InputSummary } from "@/domain/inputs/input-query";
import { formatBytes } from "../format/format-bytes";
import { formatRunCount } from "../format/format-run-count";
import { HoverVideo } from "../runs/hover-video";
import { describeLength, describePicture } from "./describe-media";
import { inputPosterUrl } from "./input-address";
import { inputFileUrl } from "./input-file-url";
import { KindChips } from "./kind-chips";

/** An input of the list: how it looks, what it has, who uses it. */
export function InputCard({ input }: { input: InputSummary }) {
  const [first] = input.files;
  const bytes = input.files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <article className="relative h-full min-w-0 overflow-hidden rounded-lg border border-line bg-surface hover:border-control">
      <HoverVideo src={first ? inputFileUrl(first.path) : null}>
        <img
          src={inputPosterUrl(input)}
          alt=""
          loading="lazy"
          className="aspect-video w-full bg-video object-cover"
        />
      </HoverVideo>
      <div className="space-y-1.5 px-3 py-2.5">
        <Link
          href={`/inputs/${input.name}`}
          prefetch={false}
          className="block truncate font-medium text-sm stretched hover:underline"
        >
          {input.name}
        </Link>
        <KindChips kinds={input.files.map(({ kind }) => kind)} />
        {first && (
          <p className="text-muted text-xs">
            {describePicture(first.media)}
            <br />
            {describeLength(first.media)}, {formatBytes(bytes)}
          </p>
        )}
        <p className="text-muted text-xs">{describeUses(input)}</p>
      </div>
    </article>
  );
}

function describeUses({ prompt_count, run_count }: InputSummary): string {
  if (prompt_count === 0) return "Not used yet";
  const prompts = `${prompt_count.toLocaleString("en")} ${prompt_count === 1 ? "prompt" : "prompts"}`;
  return `${prompts}, ${formatRunCount(run_count)}`;
}
