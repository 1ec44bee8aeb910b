import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EngineUnreachable } from "@/server/engine/engine";
import type { EngineRig } from "../engine-conformance";
import { specOf } from "../engine/spec-of";
import { waitFor } from "../harness/wait-for";
import { type FakeEngine, sayJson, startFakeEngine } from "./fake-engine";
import { makeFakeRig } from "./make-fake-rig";

const anyId = "f".repeat(64);
let fake: FakeEngine;
let rig: EngineRig;

beforeEach(async () => {
  fake = await startFakeEngine();
  rig = makeFakeRig(fake.host);
});
afterEach(async () => {
  vi.useRealTimers();
  await fake.close();
  await rig.dispose();
});

/** Waits in real time until the engine was asked, then lets `ms` pass at once. */
async function letPass(ms: number, asked: () => boolean): Promise<void> {
  const tick = () => new Promise((resolve) => setImmediate(resolve));
  const deadline = process.hrtime.bigint() + 20_000_000_000n;
  while (!asked() && process.hrtime.bigint() < deadline) await tick();
  await vi.advanceTimersByTimeAsync(ms);
}

const settledBy = (work: Promise<unknown>) => work.catch((error: unknown) => error);

test.each([
  ["list", () => rig.engine.list()],
  ["inspect", () => rig.engine.inspect(anyId)],
  ["find", () => rig.engine.find("someone", 1)],
])("an engine that never answers is given up when asked to %s", async (_, ask) => {
  fake.on(/^GET \/containers/, () => {});
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });

  const answer = settledBy(ask());
  await letPass(60_000, () => fake.asked.length > 0);

  expect(await answer).toBeInstanceOf(EngineUnreachable);
});

test("an engine that falls silent while a name is looked up is given up", async () => {
  const spec = specOf(rig, "");
  fake.on(/^POST \/containers\/create$/, (answer) => sayJson(answer, 409, { message: "in use" }));
  const lookUp = `GET /containers/${spec.name}/json`;
  fake.on(new RegExp(`^${lookUp}$`), () => {});
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });

  const answer = settledBy(rig.engine.createGated(spec));
  await letPass(60_000, () => fake.asked.includes(lookUp));

  expect(await answer).toBeInstanceOf(EngineUnreachable);
});

test("an engine that never answers a start is given up in the end", async () => {
  fake.on(/\/start$/, () => {});
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });

  const answer = settledBy(rig.engine.createGated(specOf(rig, "")));
  await letPass(600_000, () => fake.asked.some((what) => what.endsWith("/start")));

  expect(await answer).toBeInstanceOf(EngineUnreachable);
});

test.each([
  ["list", () => rig.engine.list()],
  ["inspect", () => rig.engine.inspect(anyId)],
])("half an answer to %s is no answer", async (_, ask) => {
  fake.on(/^GET \/containers/, (answer) => {
    answer.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    answer.write('[{"Id":"', () => answer.destroy());
  });

  await expect(ask()).rejects.toThrow(EngineUnreachable);
});

test.each([
  ["nothing", ""],
  ["no JSON", "<html><body>Bad gateway</body></html>"],
  ["the JSON of something else", '{"message":"hello"}'],
])("a list that is %s is no list", async (_, body) => {
  fake.on(/^GET \/containers\/json$/, (answer) => void answer.writeHead(200).end(body));

  await expect(rig.engine.list()).rejects.toThrow(EngineUnreachable);
});

test("events that are cut in the middle of a line are followed again, and what was missed is looked for", async () => {
  const hints: string[] = [];
  const stop = new AbortController();
  rig.engine.watch((id) => void hints.push(id), stop.signal);
  await waitFor(() => hints.length === 1 && fake.followers() === 1, "the first connection");
  fake.tell(`${JSON.stringify({ Action: "create", Actor: { ID: "one" } })}\n{"Action":"sta`);
  await waitFor(() => hints.includes("one"), "the first event");

  fake.cutEvents();

  await waitFor(() => hints.at(-1) === "" && fake.followers() === 1, "the second connection");
  fake.tell(`${JSON.stringify({ Action: "create", Actor: { ID: "two" } })}\n`);
  await waitFor(() => hints.includes("two"), "an event of the second connection");
  expect(hints).toEqual(["", "one", "", "two"]);
  stop.abort();
});

test("events that end in peace are followed again", async () => {
  const hints: string[] = [];
  const stop = new AbortController();
  let ended = 0;
  fake.on(/^GET \/events$/, (answer) => {
    if (ended++ > 2) return false;
    answer.writeHead(200).end();
    return true;
  });
  rig.engine.watch((id) => void hints.push(id), stop.signal);

  await waitFor(() => fake.followers() === 1, "the last connection");

  fake.tell(`${JSON.stringify({ Action: "create", Actor: { ID: "one" } })}\n`);
  await waitFor(() => hints.includes("one"), "an event");
  stop.abort();
});

test("a line that nobody understands costs no event after it", async () => {
  const hints: string[] = [];
  const stop = new AbortController();
  rig.engine.watch((id) => void hints.push(id), stop.signal);
  await waitFor(() => fake.followers() === 1, "the connection");

  fake.tell("no JSON at all\n");

  await waitFor(() => hints.filter((id) => id === "").length > 1, "the next connection");
  await waitFor(() => fake.followers() === 1, "the next connection to be followed");
  fake.tell(`${JSON.stringify({ Action: "create", Actor: { ID: "one" } })}\n`);
  await waitFor(() => hints.includes("one"), "the event");
  stop.abort();
});
