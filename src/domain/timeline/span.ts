/** A stretch of time, in milliseconds since 1970. */
export interface Span {
  start: number;
  end: number;
}
