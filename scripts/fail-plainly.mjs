/**
 * Ends the program with the message of an error: the stack helps no one who only wanted to start it.
 * @param {unknown} error
 */
export function failPlainly(error) {
  console.error(
    process.env.DEBUG ? error : `Error: ${error instanceof Error ? error.message : error}`,
  );
  process.exit(1);
}
