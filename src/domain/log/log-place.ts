/** A place in a log where a line begins. */
export interface LogPlace {
  byte: number;
  /** How many lines are before it. */
  line: number;
}
