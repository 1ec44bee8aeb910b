import { EngineUnreachable } from "../engine";

/** What a read gives, or null if there is nothing to read. Any other failure means nothing is known. */
export async function ifThere<T>(reading: Promise<T>): Promise<T | null> {
  return reading.catch((error: unknown) => {
    if (isAbsence(error)) return null;
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineUnreachable(`The local engine cannot be read: ${reason}`, { cause: error });
  });
}

/** No such file or process: known, unlike what a want of rights or of file handles hides. */
export function isAbsence(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ENOTDIR" || code === "ESRCH";
}
