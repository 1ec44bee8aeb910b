import { defineModel, plainContainer } from "./define-model";

/** Any server that speaks `POST {base}/v1/chat/completions`: vLLM, Ollama, llama.cpp, NIM. */
export const openaiCompatible = defineModel({
  name: "openai-compatible",
  label: "OpenAI-compatible endpoint",
  description: "Enhances with the language model behind COSMOS_LLM_URL.",
  simulated: false,
  faults: [],
  operations: {
    enhance: {
      image: "reference",
      runsAsProcess: true,
      gpus: null,
      container: { ...plainContainer, network: true },
      spec: (job) => ({ prompt: job.prompt_text, seed: job.config.seed, endpoint: true }),
      argv: (job) => [
        job.places.node,
        `${job.places.operators}/enhance.mjs`,
        "--spec",
        `${job.places.in}/spec.json`,
        "--out",
        job.places.out,
      ],
      env: ["COSMOS_LLM_URL", "COSMOS_LLM_MODEL", "COSMOS_LLM_KEY", "COSMOS_LLM_TIMEOUT_SECONDS"],
      produces: { text: "result.json" },
      phases: [
        { phase: "loading", loads: true, marker: /Loading prompt/, from: 0, to: 0.1 },
        { phase: "expanding", marker: /Asking the language model/, from: 0.1, to: 0.95 },
        { phase: "saving", marker: /Saved prompt to/, from: 0.95, to: 1 },
      ],
      failures: [
        {
          error_code: "llm_unreachable",
          pattern: /Language model unreachable: (.*)/,
          message: "The language model did not answer: $1. Check COSMOS_LLM_URL, then retry.",
        },
        {
          error_code: "llm_refused",
          pattern: /Language model refused: (.*)/,
          message: "The language model refused the request: $1",
        },
      ],
      settings: ["create_new", "seed"],
      timeLimitSeconds: () => 30 * 60,
      silenceMinutes: 10,
    },
  },
});
