/** The spec or an input cannot be used; ends the operator with exit code 2. */
export class InputRejected extends Error {
  override name = "InputRejected";
}

/** Turns any failure of `action` into a rejection of the input. */
export async function rejectOnError<Value>(action: () => Promise<Value>): Promise<Value> {
  try {
    return await action();
  } catch (error) {
    throw new InputRejected(error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}
