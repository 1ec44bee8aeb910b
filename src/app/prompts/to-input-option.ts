import type { InputOption } from "@/components/prompts/create-prompt-form";
import type { InputRecord } from "@/domain/records";

/** An input folder as a form offers it. */
export function toInputOption({ name, files }: InputRecord): InputOption {
  return { name, video_path: files.find(({ kind }) => kind === "video")?.path ?? "" };
}
