import { framePrefix } from "./order-frames";

/** A file that was dropped or chosen. */
export interface DroppedFile {
  name: string;
  /** Its folder within what was dropped; empty at the top. */
  folder: string;
}

export interface DroppedGroup<File extends DroppedFile> {
  /** What the kind can be guessed from. */
  label: string;
  shape: "video" | "sequence";
  files: File[];
}

const isVideo = (name: string) => /\.(mp4|m4v|mov|mkv|webm)$/i.test(name);
const isHidden = ({ name }: DroppedFile) => name.startsWith(".") || name === "Thumbs.db";

/** Sorts what was dropped: each video by itself, numbered pictures by folder and series, and the rest. */
export function groupDropped<File extends DroppedFile>(files: readonly File[]) {
  const groups: DroppedGroup<File>[] = [];
  const series = new Map<string, DroppedGroup<File>>();
  const refused: File[] = [];
  for (const file of files.filter((each) => !isHidden(each))) {
    const prefix = framePrefix(file.name);
    if (isVideo(file.name)) groups.push({ label: file.name, shape: "video", files: [file] });
    else if (prefix === null) refused.push(file);
    else {
      const key = `${file.folder}/${prefix}`;
      const label = `${file.folder.split("/").at(-1) ?? ""} ${prefix}`.trim() || file.name;
      const group = series.get(key) ?? { label, shape: "sequence" as const, files: [] };
      group.files.push(file);
      series.set(key, group);
    }
  }
  return { groups: [...groups, ...series.values()], refused };
}
