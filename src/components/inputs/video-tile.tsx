import { Download } from "lucide-react";
import type { Ref } from "react";
import type { MediaFacts } from "@/domain/records";
import { formatBytes } from "../format/format-bytes";
import { RunVideo } from "../runs/run-video";
import { describeLength, describePicture } from "./describe-media";
import type { InputVideo } from "./to-input-videos";

interface VideoTileProps {
  ref: Ref<HTMLVideoElement>;
  input: InputVideo;
  /** True without scripts: the video keeps the browser's own controls. */
  plain: boolean;
  onClick: () => void;
}

/** A video of an input and its facts. */
export function VideoTile({ ref, input, plain, onClick }: VideoTileProps) {
  const { video, file, bytes } = input;
  const media = video.media as MediaFacts;
  return (
    <figure>
      <RunVideo ref={ref} video={video} controls={plain} onClick={plain ? undefined : onClick} />
      <figcaption className="mt-1.5 flex flex-wrap items-start justify-between gap-x-3 text-xs">
        <span className="min-w-0">
          <span className="font-medium text-sm">{video.label}</span>
          <span className="block text-muted">
            {describePicture(media)}, {describeLength(media)}
          </span>
          <span className="block text-muted">
            {media.codec}, {formatBytes(bytes)}
          </span>
        </span>
        <a
          href={`${video.src}?download`}
          download
          className="inline-flex min-h-6 shrink-0 items-center gap-1 text-muted underline-offset-2 hover:text-foreground hover:underline"
        >
          <Download aria-hidden className="size-3.5" />
          {file}
        </a>
      </figcaption>
    </figure>
  );
}
