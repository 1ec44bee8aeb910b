import { groupDropped } from "@/domain/inputs/group-dropped";
import { guessKind } from "@/domain/inputs/guess-kind";
import { toInputName } from "@/domain/inputs/input-name";
import type { LocalFile } from "./upload-item";

/** A name for an input by its files: the folder they came in, else a file that says more than its kind. */
export function suggestName(dropped: readonly Pick<LocalFile, "name" | "folder">[]): string {
  const files = groupDropped(dropped).groups.flatMap((group) => group.files);
  const folder = files[0]?.folder.split("/")[0] ?? "";
  if (folder) return toInputName(folder);
  const telling = files
    .map(({ name }) => name.replace(/\.\w+$/, ""))
    .find((name) => guessKind(name) === null && /[a-z]{3}/i.test(name));
  return toInputName(telling ?? "");
}
