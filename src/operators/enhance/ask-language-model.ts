import { z } from "zod";
import type { OperatorEnv } from "../operator-env";
import { logInfo } from "../operator-log";

export interface LanguageModelAnswer {
  text: string;
  /** The model that wrote it. */
  model: string;
}

const instruction = [
  "You expand prompts for a video-to-video model.",
  "Rewrite the user's prompt as one paragraph of at most 160 words.",
  "Keep everything the user asked for; add materials, light, weather, camera and style that fit.",
  "Answer with the paragraph only.",
].join(" ");

/** A text, or parts of which some are texts. */
const Content = z
  .union([z.string(), z.array(z.object({ text: z.string().optional() }))])
  .nullable()
  .transform((content) =>
    Array.isArray(content) ? content.map((part) => part.text ?? "").join("") : (content ?? ""),
  );
const Completion = z.object({
  model: z.string().optional(),
  choices: z.array(z.object({ message: z.object({ content: Content }) })).min(1),
});
const ModelList = z.object({ data: z.array(z.object({ id: z.string() })).min(1) });

/** No prompt is longer. */
const maxLength = 8000;

/**
 * Asks any server of OpenAI's chat protocol to expand a prompt.
 * @throws Error that begins with `Language model unreachable:` or `Language model refused:`; the key
 * is never part of it.
 */
export async function askLanguageModel(
  env: OperatorEnv,
  prompt: string,
  seed: number,
): Promise<LanguageModelAnswer> {
  const model = env.llm_model ?? (await firstModel(env));
  logInfo(`Asking the language model ${model}`);
  const answer = await call(env, "chat/completions", {
    model,
    seed,
    temperature: 0.7,
    messages: [
      { role: "system", content: instruction },
      { role: "user", content: prompt },
    ],
  });
  const completion = Completion.safeParse(answer);
  const content = completion.data?.choices[0]?.message.content ?? "";
  const text = plainText(content).slice(0, maxLength);
  if (!text) throw new Error("Language model refused: it answered without any text.");
  return { text, model: completion.data?.model ?? model };
}

/** The first model that the server lists; many servers list none and take any name. */
async function firstModel(env: OperatorEnv): Promise<string> {
  const answer = await call(env, "models").catch((error: Error) => {
    if (error.message.startsWith("Language model unreachable")) throw error;
  });
  return ModelList.safeParse(answer).data?.data[0]?.id ?? "default";
}

/** One request; `body` makes it a POST. */
async function call(env: OperatorEnv, path: string, body?: object): Promise<unknown> {
  const url = endpoint(env.llm_url, path);
  const authorization = env.llm_key ? { authorization: `Bearer ${env.llm_key}` } : {};
  const hidden = (text: string) => (env.llm_key ? text.replaceAll(env.llm_key, "[key]") : text);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: body ? "POST" : "GET",
      headers: { "content-type": "application/json", ...authorization },
      signal: AbortSignal.timeout(env.llm_timeout_seconds * 1000),
      ...(body && { body: JSON.stringify(body) }),
    });
    text = await response.text();
  } catch (error) {
    const reason = failureOf(error, env.llm_timeout_seconds);
    throw new Error(`Language model unreachable: ${url.host}: ${hidden(reason)}`);
  }
  if (!response.ok) {
    const kind = [502, 503, 504].includes(response.status) ? "unreachable" : "refused";
    const detail = hidden(messageOf(text)).slice(0, 300);
    throw new Error(
      `Language model ${kind}: ${url.host}: HTTP ${response.status} ${detail}`.trim(),
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`Language model refused: ${url.host} did not answer with JSON.`);
  }
}

function endpoint(base: string | undefined, path: string): URL {
  if (!base || !URL.canParse(base)) {
    throw new Error("Language model unreachable: COSMOS_LLM_URL is not set to a URL.");
  }
  const root = new URL(base);
  if (root.username || root.password) {
    throw new Error("Language model unreachable: put the key in COSMOS_LLM_KEY, not in the URL.");
  }
  const versioned = root.href.replace(/\/+$/, "").replace(/\/v1$/, "");
  return new URL(`${versioned}/v1/${path}`);
}

function failureOf(error: unknown, timeoutSeconds: number): string {
  if (error instanceof Error && error.name === "TimeoutError") {
    return `no answer within ${timeoutSeconds} s`;
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return code || (cause instanceof Error ? cause.message : String(cause));
}

/** The reason in an error answer of the protocol, else its beginning. */
function messageOf(body: string): string {
  const Failure = z.object({ error: z.object({ message: z.string() }) });
  try {
    return Failure.parse(JSON.parse(body)).error.message;
  } catch {
    return body.replace(/\s+/g, " ").slice(0, 200);
  }
}

/** Some models wrap their answer in JSON, quotes or a thinking block; the prompt is what is inside. */
function plainText(content: string): string {
  const visible = content.replace(/<think>[\s\S]*?<\/think>/g, "").trim();
  try {
    return z.object({ prompt: z.string() }).parse(JSON.parse(visible)).prompt.trim();
  } catch {
    return visible.replace(/^"([\s\S]*)"$/, "$1").trim();
  }
}
