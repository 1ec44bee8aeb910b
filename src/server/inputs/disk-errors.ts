import { AppError } from "../errors";

/** What a person should be told when the disk is full; every other error as it is. */
export function explainFullDisk(error: unknown): unknown {
  if (!["ENOSPC", "EDQUOT"].includes(codeOf(error))) return error;
  const message = "The data folder has no room for the input: free some space, then try again.";
  return new AppError("unavailable", message, { cause: error });
}

/** Whether a folder could not get its name because another one has it. */
export function isNameTaken(error: unknown): boolean {
  return ["ENOTEMPTY", "EEXIST"].includes(codeOf(error));
}

/** Whether a file or folder is not there. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT";
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}
