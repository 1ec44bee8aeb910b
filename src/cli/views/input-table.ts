import { formatDuration } from "@/domain/format-duration";
import type { InputRecord } from "@/domain/records";
import { clip } from "../terminal/display-width";
import { oneLine } from "../terminal/one-line";
import { type Column, renderTable } from "../terminal/render-table";
import { formatBytes } from "./format-bytes";
import { relativeTime } from "./relative-time";

const columns: Column<InputRecord>[] = [
  { title: "NAME", cell: (input) => clip(oneLine(input.name), 40) },
  { title: "VIDEOS", cell: (input) => input.files.map((file) => file.kind).join(", ") },
  { title: "SIZE", cell: videoSize },
  { title: "LENGTH", cell: videoLength, align: "right" },
  { title: "BYTES", cell: totalBytes, align: "right" },
  { title: "PROMPTS", cell: (input) => String(input.prompt_count), align: "right" },
  { title: "CREATED", cell: (input) => relativeTime(input.created_at) },
];

/** Input folders, one a line; size and length are those of the colour video. */
export function inputTable(inputs: readonly InputRecord[]): string {
  return renderTable(columns, inputs);
}

const colourVideo = (input: InputRecord) => input.files.find((file) => file.kind === "video");

function videoSize(input: InputRecord): string {
  const video = colourVideo(input);
  return video ? `${video.media.width}×${video.media.height}` : "-";
}

function videoLength(input: InputRecord): string {
  return formatDuration(colourVideo(input)?.media.duration_seconds);
}

function totalBytes(input: InputRecord): string {
  return formatBytes(input.files.reduce((sum, file) => sum + file.bytes, 0));
}
