import { LogLine } from "./log-line";
import type { StillLog } from "./still-log";

interface StillLinesProps {
  still: StillLog;
  /** Height of a line in pixels. */
  height: number;
}

/** The lines that a page was made with: all in the page, to be read without scripts. */
export function StillLines({ still: { lines, first }, height }: StillLinesProps) {
  const digits = first === null ? 0 : String(first + lines.length).length;
  return lines.map((text, index) => (
    <LogLine
      // Lines have no name of their own, and these never change.
      key={`${index}`}
      number={first === null ? null : first + index + 1}
      text={text}
      digits={digits}
      height={height}
      pattern={null}
      current={false}
    />
  ));
}
