/** The container's name for people: `cosmos_{model_type}_{run_id[:8]}`. Labels carry the truth. */
export function containerName(modelType: string, runId: string): string {
  return `cosmos_${modelType}_${runId.slice(0, 8)}`;
}

/** The name used when another container already holds the short one. */
export function fullContainerName(modelType: string, runId: string): string {
  return `cosmos_${modelType}_${runId}`;
}
