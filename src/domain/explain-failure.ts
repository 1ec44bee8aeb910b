import type { FailurePattern } from "./models/define-model";
import { storableText } from "./storable-text";

export interface Failure {
  error_code: string;
  /** One sentence for the operator. */
  error_message: string;
}

/** Evidence about an ended container. */
export interface Ending {
  /** Null when it vanished without leaving a code. */
  exit_code: number | null;
  /** The end of its log, a few thousand characters. */
  log_tail: string;
  /** What is wrong with its outputs, if anything. */
  output_problem: string | null;
  patterns: readonly FailurePattern[];
}

const SIGNALS: Record<number, string> = {
  4: "SIGILL",
  6: "SIGABRT",
  7: "SIGBUS",
  8: "SIGFPE",
  9: "SIGKILL",
  11: "SIGSEGV",
  15: "SIGTERM",
};
const MESSAGE_MAX = 1000;

/** Why a run that did not complete has failed: the model's own patterns first, then the exit code. */
export function explainFailure(ending: Ending): Failure {
  const failure = fromPatterns(ending) ?? fromExit(ending);
  return { ...failure, error_message: storableText(failure.error_message.slice(0, MESSAGE_MAX)) };
}

function fromPatterns({ log_tail, patterns }: Ending): Failure | undefined {
  for (const { error_code, pattern, message } of patterns) {
    const match = pattern.exec(log_tail);
    if (match) return { error_code, error_message: message.replace("$1", match[1]?.trim() ?? "") };
  }
  return undefined;
}

function fromExit({ exit_code, log_tail, output_problem }: Ending): Failure {
  const last = lastLine(log_tail);
  const evidence = last ? ` Last line: ${last}` : "";
  if (exit_code === null) {
    return {
      error_code: "container_vanished",
      error_message: `The container vanished without leaving an exit code.${evidence}`,
    };
  }
  if (exit_code === 0) {
    return {
      error_code: "output_missing",
      error_message: `The program ended normally but ${output_problem ?? "left no output"}.${evidence}`,
    };
  }
  if (exit_code > 128) {
    const signal = SIGNALS[exit_code - 128] ?? `signal ${exit_code - 128}`;
    return {
      error_code: "crashed",
      error_message: `The program was ended by ${signal}.${evidence}`,
    };
  }
  return {
    error_code: "exit_code",
    error_message: `The program ended with exit code ${exit_code}.${evidence}`,
  };
}

function lastLine(tail: string): string {
  return (
    tail
      .split(/\r|\n/)
      .map((line) => line.trim())
      .findLast((line) => line.length > 0)
      ?.slice(0, 300) ?? ""
  );
}
