import { print } from "./terminal/print";

/** `--json` of a command that made or changed records: one is printed alone, several as an array. */
export function printRecords(records: readonly unknown[]): void {
  printJson(records.length === 1 ? records[0] : records);
}

/** `--json` of a list or of a single record. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}
