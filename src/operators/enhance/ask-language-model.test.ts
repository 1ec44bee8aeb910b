import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import type { OperatorEnv } from "../operator-env";
import { askLanguageModel } from "./ask-language-model";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

async function serve(answer: Answer): Promise<OperatorEnv> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  const { port } = server.address() as AddressInfo;
  return { llm_url: `http://127.0.0.1:${port}`, llm_key: "sk-secret", llm_timeout_seconds: 5 };
}

const completion = (content: string) =>
  JSON.stringify({ model: "tiny-1", choices: [{ message: { content } }] });

test("the model's text comes back with its name, asked with key, model, seed and prompt", async () => {
  let asked: unknown;
  const env = await serve(async (request, response) => {
    asked = { url: request.url, key: request.headers.authorization, body: await json(request) };
    response.end(completion("A long and rainy street."));
  });
  const answer = await askLanguageModel({ ...env, llm_model: "tiny" }, "a street", 9);
  expect(answer).toEqual({ text: "A long and rainy street.", model: "tiny-1" });
  expect(asked).toMatchObject({
    url: "/v1/chat/completions",
    key: "Bearer sk-secret",
    body: { model: "tiny", seed: 9, messages: [{}, { role: "user", content: "a street" }] },
  });
});

test.each([
  ['{"prompt": "A street."}', "A street."],
  ["<think>hm</think>\nA street.", "A street."],
  ['"A street."', "A street."],
])("the prompt is taken out of %s", async (content, text) => {
  const env = await serve((_, response) => response.end(completion(content)));
  expect((await askLanguageModel({ ...env, llm_model: "m" }, "x", 1)).text).toBe(text);
});

test("without a model name the server's first model is used", async () => {
  const env = await serve((request, response) => {
    const models = JSON.stringify({ data: [{ id: "first" }, { id: "second" }] });
    const isList = request.url === "/v1/models";
    response.end(isList ? models : JSON.stringify({ choices: [{ message: { content: "ok" } }] }));
  });
  expect(await askLanguageModel(env, "x", 1)).toEqual({ text: "ok", model: "first" });
});

test("a refusal carries the server's reason but never the key", async () => {
  const env = await serve((_, response) => {
    response.statusCode = 401;
    response.end(JSON.stringify({ error: { message: "Incorrect API key: sk-secret" } }));
  });
  await expect(askLanguageModel({ ...env, llm_model: "m" }, "x", 1)).rejects.toThrow(
    /^Language model refused: 127\.0\.0\.1:\d+: HTTP 401 Incorrect API key: \[key\]$/,
  );
});

test("an answer without text is a refusal", async () => {
  const env = await serve((_, response) => response.end(completion("")));
  await expect(askLanguageModel({ ...env, llm_model: "m" }, "x", 1)).rejects.toThrow(
    "Language model refused: it answered without any text.",
  );
});

test("nobody listening, and nobody answering in time, are told apart", async () => {
  const gone = { llm_url: "http://127.0.0.1:9", llm_model: "m", llm_timeout_seconds: 5 };
  await expect(askLanguageModel(gone, "x", 1)).rejects.toThrow(/^Language model unreachable: /);
  const silent = await serve(() => {});
  const env = { ...silent, llm_model: "m", llm_timeout_seconds: 0.2 };
  await expect(askLanguageModel(env, "x", 1)).rejects.toThrow(
    /^Language model unreachable: 127\.0\.0\.1:\d+: no answer within 0\.2 s$/,
  );
});
