import { isInputName } from "@/domain/inputs/input-name";
import { kindLabels } from "@/domain/inputs/kind-labels";
import type { UploadItem } from "./upload-item";

/** What must be done before an input can be made, in one sentence; null when nothing. */
export function whatIsMissing(items: readonly UploadItem[], name: string): string | null {
  if (items.length === 0) return "Add a colour video.";
  const bad = items.find(({ state }) => state === "refused");
  if (bad) return `Remove ${bad.file_name}.`;
  const failed = items.find(({ state }) => state === "failed");
  if (failed) return `Try ${failed.file_name} again, or remove it.`;
  const unnamed = items.find(({ kind }) => kind === null);
  if (unnamed) return `Say what ${unnamed.file_name} is.`;
  const kinds = items.map(({ kind }) => kind);
  const twice = items.find(({ kind }, index) => kinds.indexOf(kind) !== index);
  if (twice?.kind) return `Two files are ${kindLabels[twice.kind].toLowerCase()}: change one.`;
  if (!kinds.includes("video")) return "Add a colour video: every run needs one.";
  if (!isInputName(name)) return "Give it a name of small letters, digits and hyphens.";
  if (items.some(({ state }) => state !== "sent")) return "Wait until all files have arrived.";
  return null;
}
