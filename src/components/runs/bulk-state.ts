import type { BulkReport } from "@/domain/bulk/bulk-report";

/** How far acting on many runs has come. */
export interface BulkState {
  /** One sentence: why it stopped and what to do. */
  error?: string | undefined;
  /** Runs created later are not touched; null before it began. */
  as_of: string | null;
  done_count: number;
  /** The first of them. */
  done: BulkReport["done"];
  refused: BulkReport["refused"];
  /** How many are left; null before it began. */
  remaining: number | null;
}
