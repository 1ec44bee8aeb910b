import { levelOf } from "@/domain/log/log-level";
import { markMatches } from "@/domain/log/mark-matches";
import { parseAnsi, stripAnsi } from "@/domain/log/parse-ansi";
import { ansiLook } from "./ansi-look";

interface LogLineProps {
  /** From 1; null when it is not known. */
  number: number | null;
  /** Undefined while it is being read. */
  text: string | undefined;
  /** Width of the column of numbers, in digits. */
  digits: number;
  height: number;
  pattern: RegExp | null;
  /** The address or the search stands here. */
  current: boolean;
  /** Without it the number is a plain link to the line's own id. */
  onChoose?: (number: number) => void;
}

const tones = { error: "danger", warning: "warning", other: undefined } as const;

/** One line of a log with its number, which is a link to it. */
export function LogLine(props: LogLineProps) {
  const { number, text, digits, height, pattern, current, onChoose } = props;
  const tone = text === undefined ? undefined : tones[levelOf(stripAnsi(text))];
  return (
    <div
      id={onChoose || number === null ? undefined : `L${number}`}
      data-line={number}
      data-tone={tone}
      aria-current={current ? "location" : undefined}
      style={{ height, lineHeight: `${height}px` }}
      className={`flex ${tone ? "bg-tone/8" : ""} target:bg-focus/15 aria-[current]:bg-focus/15`}
    >
      {number === null ? (
        <span style={{ width: "3ch" }} className="shrink-0" />
      ) : (
        <a
          href={`#L${number}`}
          tabIndex={-1}
          aria-label={`Line ${number}`}
          onClick={
            onChoose &&
            ((event) => {
              event.preventDefault();
              onChoose(number);
            })
          }
          style={{ width: `${digits + 3}ch` }}
          className="shrink-0 select-none pr-[1.5ch] text-right text-muted hover:text-foreground hover:underline"
        >
          {number}
        </a>
      )}
      <div className="whitespace-pre pr-4">
        {text === undefined ? (
          <span className="text-muted">…</span>
        ) : (
          markMatches(parseAnsi(text), pattern).map((span, index) => {
            const look = ansiLook(span.style);
            return span.match ? (
              <mark
                key={index}
                style={look}
                className="rounded-[2px] bg-warning/35! text-foreground!"
              >
                {span.text}
              </mark>
            ) : (
              <span key={index} style={look}>
                {span.text}
              </span>
            );
          })
        )}
      </div>
    </div>
  );
}
