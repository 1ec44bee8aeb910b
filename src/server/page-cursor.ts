import { refused } from "./errors";

/** Where a page of a newest-first list ended. */
export interface PageCursor {
  created_at: string;
  id: string;
}

/** An opaque text that continues a list after this entry. */
export function encodeCursor({ created_at, id }: PageCursor): string {
  return Buffer.from(`${created_at}|${id}`).toString("base64url");
}

/** @throws AppError `refused` when it is no cursor of ours */
export function decodeCursor(cursor: string): PageCursor {
  const [created_at = "", id = ""] = Buffer.from(cursor, "base64url").toString().split("|");
  const time = new Date(created_at);
  const isOurs = !Number.isNaN(time.getTime()) && time.toISOString() === created_at;
  if (!isOurs || !/^[0-9a-z]+$/.test(id)) {
    throw refused("The cursor is not valid: start again from the first page.");
  }
  return { created_at, id };
}

/** Text for LIKE/ILIKE that matches literally, also `50%` and `wall_x`. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
