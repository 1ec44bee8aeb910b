import type { InputRecord } from "@/domain/records";
import type { VideoSource } from "../runs/video-source";
import { inputFileUrl } from "./input-file-url";
import { inputKindLabels } from "./input-kinds";

/** A video of an input, with what is known of it beyond its picture. */
export interface InputVideo {
  video: VideoSource;
  file: string;
  bytes: number;
}

/** The videos of an input, to be played together; the colour video comes first. */
export function toInputVideos({ files }: InputRecord): InputVideo[] {
  return files.map(({ kind, path, bytes, media }) => ({
    video: { label: inputKindLabels[kind], src: inputFileUrl(path), poster: undefined, media },
    file: path.slice(path.lastIndexOf("/") + 1),
    bytes,
  }));
}
