import type { FailurePattern } from "../models/define-model";

/**
 * What torchrun says of the process that failed first, whatever became of the others because of it.
 * Its own exit code is 1 for all of these.
 */
const rootCause = (exitcode: string) =>
  `failed \\(exitcode: ${exitcode}\\)|Root Cause \\(first observed failure\\):[^]{0,500}?exitcode\\s*: ${exitcode}\\b`;

/** Signals that ended a process of the program. */
export const signalFailures: readonly FailurePattern[] = [
  {
    error_code: "shm",
    pattern: new RegExp(
      `${rootCause("-7")}|\\bBus error\\b|unable to (?:open|write) (?:shared memory|to file </torch)|No space left on device[^\\r\\n]{0,200}shm|shm[^\\r\\n]{0,200}No space left on device`,
    ),
    message: "Shared memory (/dev/shm) of the container is too small.",
  },
  {
    error_code: "oom_host",
    pattern: new RegExp(rootCause("-9")),
    message:
      "The kernel killed the program, as it does when the memory of the host or of the container is used up.",
  },
  {
    error_code: "segv",
    pattern: new RegExp(rootCause("-(?:11|4|8)")),
    message: "The program crashed in native code, as with a wrong driver or a failing GPU.",
  },
];

/** A process that gave up by itself: what it had said before explains more. */
export const abortFailures: readonly FailurePattern[] = [
  {
    error_code: "segv",
    pattern: new RegExp(rootCause("-6")),
    message: "The program gave up in native code (SIGABRT).",
  },
];

/** A signal that came from outside the program and was not asked for here; anything else explains more. */
export const stopFailures: readonly FailurePattern[] = [
  {
    error_code: "stopped",
    pattern: /SignalException: Process \d+ got signal: (\d+)/,
    message: "The program was stopped from outside Cosmos by signal $1.",
  },
];

/** Full disks. */
export const diskFailures: readonly FailurePattern[] = [
  {
    error_code: "no_space",
    pattern: /No space left on device|ENOSPC|Disk quota exceeded/,
    message: "The disk is full.",
  },
];
