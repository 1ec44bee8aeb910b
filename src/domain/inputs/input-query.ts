import type { InputKind } from "../models/define-model";
import type { InputRecord } from "../records";

/** An input as lists show it. */
export interface InputSummary extends InputRecord {
  run_count: number;
}

/** Orders of the list of inputs; the first is the usual one. */
export const inputOrders = ["newest", "oldest", "name", "most_used", "longest"] as const;
export type InputOrder = (typeof inputOrders)[number];

/** What a list of inputs is asked for. */
export interface InputQuery {
  /** Part of the name. */
  search?: string | undefined;
  /** Only inputs that have such a video. */
  kind?: InputKind | undefined;
  order?: InputOrder | undefined;
  /** Name of the input after which the page begins. */
  after?: string | undefined;
}
