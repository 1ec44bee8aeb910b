/** How bad a line sounds. */
export const logLevels = ["other", "warning", "error"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Words in capitals are what loggers write; the rest is what Python and CUDA say when they die. */
const signs: [LogLevel, RegExp][] = [
  [
    "error",
    /\b(ERROR|FATAL|CRITICAL|FAILED|PANIC)\b|^\s*(?:\S+\s)?Traceback \(most recent call last\)|^(?:\w+\.)*\w*(?:Error|Exception)(?::|$)|\b(?:CUDA error|out of memory|Segmentation fault|core dumped)\b|^(?:error|fatal)\b[:\s]/,
  ],
  ["warning", /\b(?:WARN|WARNING)\b|\b\w*Warning:|^warn(?:ing)?\b[:\s]/],
];

/** The level of a line, guessed from its words. Colour codes must have been removed. */
export function levelOf(line: string): LogLevel {
  return signs.find(([, sign]) => sign.test(line))?.[0] ?? "other";
}
