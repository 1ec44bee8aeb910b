/** In which order prompts can be listed. Those without runs or ratings come last. */
export const promptSorts = ["newest", "most_runs", "best_rated"] as const;

export type PromptSort = (typeof promptSorts)[number];
