import type { InputKind } from "../models/define-model";

/** Words in names of files and folders that tell the kind; the first that is there wins. */
const words: readonly (readonly [InputKind, RegExp])[] = [
  ["depth", /depth|disparity|zbuffer/],
  ["seg", /seg|segmentation|semantic|mask|labels?/],
  ["edge", /edges?|canny|lines/],
  ["vis", /vis|blur(red)?/],
  ["video", /colou?r|rgb|beauty|video|render/],
];

/** What kind of input video a file or folder is by its name; null when the name does not say. */
export function guessKind(name: string): InputKind | null {
  const parts = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
  const found = words.find(([, word]) => {
    const whole = new RegExp(`^(?:${word.source})$`);
    return parts.some((part) => whole.test(part));
  });
  return found?.[0] ?? null;
}
