import { refused } from "./errors";

/** Where a page of a list ended. */
export interface PageCursor {
  created_at: string;
  id: string;
  /** What the list is ordered by before the moment of creation. */
  rank?: number | undefined;
}

/** An opaque text that continues a list after this entry. */
export function encodeCursor({ created_at, id, rank }: PageCursor): string {
  const parts = rank === undefined ? [created_at, id] : [created_at, id, rank];
  return Buffer.from(parts.join("|")).toString("base64url");
}

/** @throws AppError `refused` when it is no cursor of ours */
export function decodeCursor(cursor: string): PageCursor {
  const text = Buffer.from(cursor, "base64url").toString();
  const [created_at = "", id = "", rank] = text.split("|");
  const time = new Date(created_at);
  const isOurs = !Number.isNaN(time.getTime()) && time.toISOString() === created_at;
  if (!isOurs || !/^[0-9a-z]+$/.test(id) || !/^-?\d{1,15}$/.test(rank ?? "0")) {
    throw refused("The cursor is not valid: start again from the first page.");
  }
  return { created_at, id, ...(rank !== undefined && { rank: Number(rank) }) };
}

/** Text for LIKE/ILIKE that matches literally, also `50%` and `wall_x`. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
