import { join } from "node:path";
import { gateFiles } from "../gate/gate-files";

/** The files of one container's record; `assets/entry/*.sh` write the ones marked with a star. */
export function containerFiles(record: string) {
  return {
    /** What it is, and whose: complete from the moment the folder exists. */
    record: join(record, "record.json"),
    ...gateFiles(join(record, "gate")),
    /** Birth of the supervisor of the nth start. * */
    started: (start: number) => join(record, `started.${start}`),
    /** The program's exit code; its time is when the program ended. * */
    exitCode: join(record, "exit_code"),
    /** Room reserved for the exit code, so that a full disk cannot lose it. */
    exitCodeRoom: join(record, "exit_code.new"),
    /** Made before the supervisor itself may be killed: nothing starts any more. */
    killed: join(record, "killed"),
    /** The program's TMPDIR, unique to it: also how processes that left its session are found. */
    tmp: join(record, "tmp"),
  };
}

/** The latest start found among the names in a record's folder; 0 if it was never started. */
export function latestStart(names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => Number(/^started\.(\d+)$/.exec(name)?.[1] ?? 0)));
}
