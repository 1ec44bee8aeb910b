/** The settings an operator may read from its environment; nothing else reads `process.env` here. */
export interface OperatorEnv {
  ffmpeg_path?: string | undefined;
  llm_url?: string | undefined;
  llm_model?: string | undefined;
  llm_key?: string | undefined;
  llm_timeout_seconds: number;
}

export function readOperatorEnv(source: NodeJS.ProcessEnv = process.env): OperatorEnv {
  const seconds = Number(source.COSMOS_LLM_TIMEOUT_SECONDS);
  return {
    ffmpeg_path: source.FFMPEG_PATH || undefined,
    llm_url: source.COSMOS_LLM_URL || undefined,
    llm_model: source.COSMOS_LLM_MODEL || undefined,
    llm_key: source.COSMOS_LLM_KEY || undefined,
    llm_timeout_seconds: seconds > 0 ? seconds : 120,
  };
}
