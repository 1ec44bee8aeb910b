import { findException } from "./failures/find-exception";
import type { FailurePattern } from "./models/define-model";
import { storableText } from "./storable-text";

export interface Failure {
  error_code: string;
  /** One sentence for the operator, with the line of the log that shows it. */
  error_message: string;
}

/** Evidence about an ended container. */
export interface Ending {
  /** Null when it vanished without leaving a code. */
  exit_code: number | null;
  /** The kernel killed a process of it because its memory limit was reached. */
  oom_killed: boolean;
  /** The end of its log: the cause may be far above torchrun's summary. */
  log_tail: string;
  /** What is wrong with its outputs, if anything. */
  output_problem: string | null;
  patterns: readonly FailurePattern[];
}

const SIGNALS: Record<number, string> = {
  2: "SIGINT",
  4: "SIGILL",
  6: "SIGABRT",
  7: "SIGBUS",
  8: "SIGFPE",
  9: "SIGKILL",
  11: "SIGSEGV",
  15: "SIGTERM",
};
const MESSAGE_MAX = 1000;
const LINE_MAX = 300;

/**
 * Why a run that did not complete has failed: the model's own patterns first, then what the engine
 * knows, the last exception, and the exit code.
 */
export function explainFailure(ending: Ending): Failure {
  const failure = fromPatterns(ending) ?? fromMemory(ending) ?? fromException(ending);
  const { error_code, error_message } = failure ?? fromExit(ending);
  return { error_code, error_message: storableText(error_message.slice(0, MESSAGE_MAX)) };
}

function fromPatterns({ log_tail, patterns }: Ending): Failure | undefined {
  for (const { error_code, pattern, message } of patterns) {
    const match = pattern.exec(log_tail);
    if (!match) continue;
    const told = message.replace(/\$(\d)/g, (_, group) => match[Number(group)]?.trim() ?? "");
    // A message that quotes the log needs no further evidence.
    const evidence = told === message ? quote(lineAt(log_tail, match.index + match[0].length)) : "";
    return { error_code, error_message: told + evidence };
  }
  return undefined;
}

function fromMemory({ oom_killed, log_tail }: Ending): Failure | undefined {
  if (!oom_killed) return undefined;
  const error_message = `The kernel killed a process of the program, because the container had used up its memory.${lastWords(log_tail)}`;
  return { error_code: "oom_host", error_message };
}

function fromException({ exit_code, log_tail, output_problem }: Ending): Failure | undefined {
  if (exit_code === null || exit_code > 128) return undefined;
  const exception = findException(log_tail)?.slice(0, LINE_MAX);
  if (!exception) return undefined;
  return exit_code === 0
    ? {
        error_code: "output_missing",
        error_message: `The program ended normally but ${output_problem ?? "left no output"}. It had said: ${exception}`,
      }
    : { error_code: "exception", error_message: `The program failed: ${exception}` };
}

function fromExit({ exit_code, log_tail, output_problem }: Ending): Failure {
  if (exit_code === null) {
    return {
      error_code: "container_vanished",
      error_message: `The container vanished without leaving an exit code.${lastWords(log_tail)}`,
    };
  }
  if (exit_code === 0) {
    const complaint = quote(lastComplaint(log_tail)) || lastWords(log_tail);
    return {
      error_code: "output_missing",
      error_message: `The program ended normally but ${output_problem ?? "left no output"}.${complaint}`,
    };
  }
  if (exit_code > 128) {
    const signal = SIGNALS[exit_code - 128] ?? `signal ${exit_code - 128}`;
    return {
      error_code: "crashed",
      error_message: `The program was ended by ${signal}.${lastWords(log_tail)}`,
    };
  }
  return {
    error_code: "exit_code",
    error_message: `The program ended with exit code ${innerCode(log_tail) ?? exit_code}.${lastWords(log_tail)}`,
  };
}

/** The exit code of the process that failed first, where torchrun tells it. */
function innerCode(log: string): string | undefined {
  return /Root Cause \(first observed failure\):[^]{0,500}?exitcode\s*: (-?\d+)/.exec(log)?.[1];
}

const quote = (line: string | undefined) => (line ? ` The log says: ${line}` : "");

function lastWords(tail: string): string {
  const line = lines(tail).findLast((each) => each.trim().length > 0);
  return line ? ` Last line: ${trimLine(line)}` : "";
}

/** The last line that the program itself called an error. */
function lastComplaint(tail: string): string | undefined {
  const line = lines(tail).findLast((each) => /\|(?:CRITICAL|ERROR)\|/.test(each));
  return line && trimLine(line);
}

const lines = (text: string) => text.split(/\r|\n/);

/** The line of the log in which evidence ends at this place. */
function lineAt(log: string, end: number): string {
  const before = lines(log.slice(Math.max(0, end - LINE_MAX), end)).at(-1) ?? "";
  const after = lines(log.slice(end, end + LINE_MAX))[0] ?? "";
  return trimLine(before + after);
}

/** A line without the progress bar that it may share with it, and not too long. */
function trimLine(line: string): string {
  return line
    .slice(0, 2 * LINE_MAX)
    .replace(/^.*?\d{1,3}%\|[^|]*\|[^[]*\[[^\]]*\]\s*(?=\S)/, "")
    .trim()
    .slice(0, LINE_MAX);
}
