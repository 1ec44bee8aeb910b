/** A picture of a sequence. */
export interface FrameFile {
  /** File name, such as `depth.0012.png`. */
  name: string;
}

const numbered = /^(.*?)(\d+)\.png$/i;

/** What stands before a picture's number, such as `depth.`; null when it has none. */
export function framePrefix(name: string): string | null {
  return numbered.exec(name)?.[1] ?? null;
}

/**
 * Pictures in the order of their numbers.
 * @throws Error with one sentence that names the picture: no number, another series, twice, or a gap
 */
export function orderFrames<Frame extends FrameFile>(frames: readonly Frame[]): Frame[] {
  const known = frames.map((frame) => {
    const match = numbered.exec(frame.name);
    if (!match)
      throw new Error(`${frame.name} is no numbered PNG picture, such as color.0001.png.`);
    return { frame, prefix: match[1] ?? "", number: Number(match[2]) };
  });
  const ordered = known.sort((one, other) => one.number - other.number);
  for (const [index, { frame, prefix, number }] of ordered.entries()) {
    const before = ordered[index - 1];
    if (!before) continue;
    if (prefix !== before.prefix) {
      throw new Error(`${frame.name} and ${before.frame.name} are of two series: keep them apart.`);
    }
    if (number === before.number) {
      throw new Error(`${frame.name} and ${before.frame.name} have the same number.`);
    }
    if (number > before.number + 1) {
      throw new Error(missing(before, number - before.number - 1, frame.name));
    }
  }
  return ordered.map(({ frame }) => frame);
}

function missing(
  { frame, number }: { frame: FrameFile; number: number },
  count: number,
  next: string,
): string {
  const what =
    count === 1 ? `Frame ${number + 1} is` : `Frames ${number + 1} to ${number + count} are`;
  return `${what} missing between ${frame.name} and ${next}.`;
}
