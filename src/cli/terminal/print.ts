/** A line of result, on stdout. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A line for the person at the terminal, on stderr, out of the way of what is piped on. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
