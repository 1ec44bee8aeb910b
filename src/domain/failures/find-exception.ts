const EXCEPTION =
  /^(?:\[rank(\d+)\]:\s?)?((?:\w+\.)*\w*(?:Error|Exception|Interrupt))(?::\s*(\S.*))?$/;
const ROOT_RANK = /Root Cause \(first observed failure\):[^]{0,300}?rank\s*: (\d+)/;
const LINE_MAX = 2000;

/**
 * The Python exception that ended a program: the last one before torchrun's summary, of the rank that
 * failed first where several ranks print theirs. Undefined when there is none.
 */
export function findException(log: string): string | undefined {
  const summary = log.indexOf("failed (exitcode:");
  const lines = (summary < 0 ? log : log.slice(0, summary)).split(/\r|\n/);
  const found = lines.flatMap((line) => {
    const match = line.length <= LINE_MAX ? EXCEPTION.exec(line.trim()) : null;
    if (!match) return [];
    const [, rank, name = "", message] = match;
    return [{ rank, text: message ? `${name}: ${message}` : name }];
  });
  const root = ROOT_RANK.exec(log)?.[1] ?? "0";
  return (found.findLast(({ rank }) => rank === root) ?? found.at(-1))?.text;
}
