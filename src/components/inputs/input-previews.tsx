import type { InputRecord } from "@/domain/records";
import { formatDuration } from "@/domain/format-duration";
import { formatBytes } from "../format/format-bytes";
import { inputFileUrl } from "./input-file-url";
import { inputKindLabels } from "./input-kinds";
import { PreviewVideo } from "./preview-video";

/** Every video of an input with its facts. */
export function InputPreviews({ input }: { input: InputRecord }) {
  return (
    <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {input.files.map(({ kind, path, bytes, media }) => (
        <li key={kind} className="overflow-hidden rounded-lg border border-line bg-surface">
          <PreviewVideo src={inputFileUrl(path)} label={`${inputKindLabels[kind]} video`} />
          <div className="space-y-1 px-3 py-2.5">
            <p className="flex items-baseline justify-between gap-3">
              <span className="font-medium text-sm">{inputKindLabels[kind]}</span>
              <a
                href={inputFileUrl(path)}
                className="text-muted text-xs underline underline-offset-2"
              >
                {path.slice(path.lastIndexOf("/") + 1)}
              </a>
            </p>
            <p className="text-muted text-xs">
              {media.width} × {media.height}, {media.frames} frames at {media.fps} frames/s,{" "}
              {formatDuration(media.duration_seconds)}, {media.codec}, {formatBytes(bytes)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
