const HOUR = 3_600_000;

/** How much time can be asked for with one click: names as they are in an address. */
export const timelineSpans = {
  hour: { label: "Hour", ms: HOUR },
  "6h": { label: "6 h", ms: 6 * HOUR },
  day: { label: "Day", ms: 24 * HOUR },
  week: { label: "Week", ms: 7 * 24 * HOUR },
} as const;

export type SpanName = keyof typeof timelineSpans;

export const spanNames = Object.keys(timelineSpans) as SpanName[];

export function isSpanName(text: string | undefined): text is SpanName {
  return text !== undefined && Object.hasOwn(timelineSpans, text);
}
