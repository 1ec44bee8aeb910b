/** What came of one prompt when runs were started for several. */
export interface MadeRun {
  prompt_id: string;
  prompt_name: string;
  /** Null when there is none. */
  run_id: string | null;
  /** Why there is none, in one sentence. */
  problem: string | null;
}
