"use client";
import { FolderOpen, Upload } from "lucide-react";
import type { ChangeEvent } from "react";
import { buttonVariants } from "../../ui/button-variants";
import { readPicked } from "./read-drop";
import type { LocalFile } from "./upload-item";
import { usePageDrop } from "./use-page-drop";

interface DropZoneProps {
  onFiles: (files: LocalFile[]) => void;
}

const accepted = "video/mp4,video/quicktime,video/webm,video/x-matroska,.mkv,image/png";

/** Takes files and folders: dropped anywhere on the page, or chosen. */
export function DropZone({ onFiles }: DropZoneProps) {
  const over = usePageDrop(onFiles);
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    if (currentTarget.files) onFiles(readPicked(currentTarget.files));
    // The same files may be chosen again.
    currentTarget.value = "";
  };
  return (
    <div
      data-over={over}
      className="flex flex-col items-center gap-3 rounded-lg border border-control border-dashed bg-surface px-4 py-8 text-center data-[over=true]:border-focus data-[over=true]:bg-hover"
    >
      <Upload aria-hidden className="size-6 text-muted" />
      <div className="space-y-1">
        <p className="font-medium text-sm">Drop videos or PNG sequences here</p>
        <p className="max-w-prose text-muted text-sm">
          A colour video, and depth, segmentation, edge or visual where you have them. Numbered
          pictures, such as color.0001.png, become a video.
        </p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <label className={`${buttonVariants()} cursor-pointer focus-within:outline-2`}>
          <Upload aria-hidden />
          Choose files
          <input type="file" multiple accept={accepted} onChange={take} className="sr-only" />
        </label>
        <label className={`${buttonVariants()} cursor-pointer focus-within:outline-2`}>
          <FolderOpen aria-hidden />
          Choose a folder
          <input type="file" ref={pickFolders} onChange={take} className="sr-only" />
        </label>
      </div>
    </div>
  );
}

/** React knows no property for it. */
function pickFolders(input: HTMLInputElement | null): void {
  if (input) input.webkitdirectory = true;
}
