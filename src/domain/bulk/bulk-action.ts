/** What can be done with many runs at once. */
export const bulkActions = ["cancel", "retry", "upscale", "rate", "delete"] as const;

export type BulkAction = (typeof bulkActions)[number];

export function isBulkAction(value: unknown): value is BulkAction {
  return bulkActions.some((action) => action === value);
}
