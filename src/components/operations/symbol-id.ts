import type { ModelType } from "@/domain/operations/registry";

/** Id of an operation's outline within a page. */
export const symbolId = (type: ModelType): string => `operation-${type}`;
