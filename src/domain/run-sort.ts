/** In which order runs can be listed. Runs without a duration or a rating come last. */
export const runSorts = ["newest", "oldest", "longest", "best_rated"] as const;

export type RunSort = (typeof runSorts)[number];
