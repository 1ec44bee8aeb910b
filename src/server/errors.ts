export type AppErrorCode = "not_found" | "refused" | "conflict" | "unavailable";

/** An expected failure whose message is meant for the user: what happened and what to do. */
export class AppError extends Error {
  constructor(
    readonly code: AppErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "AppError";
  }
}

export const notFound = (what: string, id: string) =>
  new AppError("not_found", `There is no ${what} ${JSON.stringify(id)}.`);

export const refused = (message: string) => new AppError("refused", message);
