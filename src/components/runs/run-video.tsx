import type { ComponentProps } from "react";
import type { VideoSource } from "./video-source";

interface RunVideoProps extends ComponentProps<"video"> {
  video: VideoSource;
}

/** A video, playing and seeking; with the browser's own controls unless `controls` is false. */
export function RunVideo({ video, className = "", ...props }: RunVideoProps) {
  const { label, src, poster, media } = video;
  return (
    <video
      controls
      loop
      muted
      playsInline
      preload="metadata"
      aria-label={label}
      src={src}
      poster={poster}
      width={media.width}
      height={media.height}
      className={`h-auto w-full rounded-md bg-video ${className}`}
      {...props}
    />
  );
}
