import { tmpdir } from "node:os";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ContainerRefused, EngineUnreachable } from "@/server/engine/engine";
import type { EngineRig } from "../engine-conformance";
import { specOf } from "../engine/spec-of";
import { waitFor } from "../harness/wait-for";
import { makeFakeRig } from "./make-fake-rig";

const engine = "http://docker.test:2375";
const id = "f".repeat(64);
const server = setupServer();
let rig: EngineRig;

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());
beforeEach(() => {
  rig = makeFakeRig("tcp://docker.test:2375");
});
afterEach(async () => {
  server.resetHandlers();
  await rig.dispose();
});

const refuse = (status: number, message: string) => () =>
  HttpResponse.json({ message }, { status });

/** As much as every version from 1.41 on says of a container. */
const container = (status: string) => ({
  Id: id,
  Name: "/cosmos_test",
  Image: "sha256:a",
  Config: {
    Labels: {
      "cosmos.instance": rig.instance,
      "cosmos.run_id": "someone",
      "cosmos.gate": tmpdir(),
    },
  },
  State: {
    Status: status,
    Running: status === "running",
    ExitCode: 7,
    FinishedAt: "2026-01-02T03:04:05Z",
  },
});

describe("an engine that is asked and fails", () => {
  const asks: [string, () => Promise<unknown>][] = [
    ["list", () => rig.engine.list()],
    ["inspect", () => rig.engine.inspect(id)],
    ["find", () => rig.engine.find("someone", 1)],
    ["describe", () => rig.engine.describe()],
  ];
  const failures: [string, () => Response][] = [
    ["500", refuse(500, "the database of the daemon is locked")],
    ["503", refuse(503, "the daemon is shutting down")],
    ["502 of a proxy", () => new HttpResponse("<html>Bad gateway</html>", { status: 502 })],
    ["404 of a proxy", () => new HttpResponse("404 page not found", { status: 404 })],
    ["a connection that breaks", () => HttpResponse.error()],
  ];

  for (const [failure, answer] of failures) {
    test.each(asks)(`with ${failure} leaves %s without an answer`, async (_, ask) => {
      server.use(http.get(`${engine}/*`, answer));

      await expect(ask()).rejects.toThrow();
    });
  }

  for (const [failure, answer] of failures) {
    test(`with ${failure} is called unreachable, not empty`, async () => {
      server.use(http.get(`${engine}/*`, answer));

      await expect(rig.engine.list()).rejects.toThrow(EngineUnreachable);
      await expect(rig.engine.inspect(id)).rejects.toThrow(EngineUnreachable);
      await expect(rig.engine.find("someone", 1)).rejects.toThrow(EngineUnreachable);
    });
  }

  test("is quoted", async () => {
    server.use(http.get(`${engine}/*`, refuse(500, "the database of the daemon is locked")));

    await expect(rig.engine.list()).rejects.toThrow("the database of the daemon is locked");
  });

  test("says that there is no such container only when it says so itself", async () => {
    server.use(http.get(`${engine}/containers/${id}/json`, refuse(404, "No such container")));

    expect(await rig.engine.inspect(id)).toBeNull();
  });
});

describe("an engine that is told to do something and fails", () => {
  beforeEach(() => {
    server.use(
      http.get(`${engine}/containers/json`, () => HttpResponse.json([])),
      http.get(`${engine}/images/*`, () => HttpResponse.json({ Id: "sha256:a" })),
      http.get(`${engine}/containers/${id}/json`, () => HttpResponse.json(container("running"))),
    );
  });

  test("with the wrong kind of container refuses the run for good, with what to do", async () => {
    const message = "unknown or invalid runtime name: nvidia";
    server.use(http.post(`${engine}/containers/create`, refuse(400, message)));

    await expect(rig.engine.createGated(specOf(rig, ""))).rejects.toMatchObject({
      name: "ContainerRefused",
      error_code: "engine_no_nvidia_runtime",
      message: expect.stringContaining("nvidia-ctk"),
    });
  });

  test.each([
    [404, "No such image"],
    [400, "invalid reference format: repository name must be lowercase"],
  ])("with %i for an image refuses the run and names the image", async (status, message) => {
    server.use(http.get(`${engine}/images/*`, refuse(status, message)));

    await expect(rig.engine.createGated(specOf(rig, ""))).rejects.toThrow(ContainerRefused);
    await expect(rig.engine.createGated(specOf(rig, ""))).rejects.toThrow("cosmos-test");
  });

  test("with 500 on create refuses nothing for good", async () => {
    server.use(http.post(`${engine}/containers/create`, refuse(500, "locked")));

    const error = await rig.engine
      .createGated(specOf(rig, ""))
      .catch((failure: unknown) => failure);

    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(ContainerRefused);
  });

  test("with 500 on kill does not call the container stopped", async () => {
    server.use(http.post(`${engine}/containers/${id}/kill`, refuse(500, "cannot kill container")));

    await expect(rig.engine.stop(id, { intMs: 0, termMs: 0 })).rejects.toThrow("cannot kill");
  });

  test("with 409 on kill, as it has just ended, calls it stopped", async () => {
    let asked = 0;
    server.use(
      http.get(`${engine}/containers/${id}/json`, () =>
        HttpResponse.json(container(asked++ > 1 ? "exited" : "running")),
      ),
      http.post(`${engine}/containers/${id}/kill`, refuse(409, "is not running")),
    );

    await rig.engine.stop(id, { intMs: 1000, termMs: 1000 });

    expect(await rig.engine.inspect(id)).toMatchObject({ state: "exited", exit_code: 7 });
  });
});

describe("an engine of another version", () => {
  test.each([
    ["1.41", { status: "die", id, from: "cosmos", Type: "container", time: 1 }],
    ["1.52", { Type: "container", scope: "local", timeNano: "1767323045123456789" }],
  ])("tells of its containers as API %s does", async (_, fields) => {
    const event = { ...fields, Action: "destroy", Actor: { ID: id, Attributes: {} } };
    server.use(
      http.get(`${engine}/containers/json`, () => HttpResponse.json([])),
      http.get(`${engine}/events`, () => {
        const body = new ReadableStream<Uint8Array>({
          start: (stream) => stream.enqueue(new TextEncoder().encode(`${JSON.stringify(event)}\n`)),
        });
        return new HttpResponse(body, { headers: { "content-type": "application/x-ndjson" } });
      }),
    );
    const hints: string[] = [];
    const stop = new AbortController();

    rig.engine.watch((hint) => void hints.push(hint), stop.signal);

    await waitFor(() => hints.includes(id), "the event");
    stop.abort();
  });

  test.each(["running", "paused", "restarting", "exited", "dead"])(
    "that says little of a container that is %s is understood",
    async (status) => {
      server.use(
        http.get(`${engine}/containers/${id}/json`, () => HttpResponse.json(container(status))),
      );

      expect(await rig.engine.inspect(id)).toMatchObject({
        id,
        name: "cosmos_test",
        run_id: "someone",
        state: status === "exited" || status === "dead" ? "exited" : "gated",
      });
    },
  );

  test("that knows nothing of itself can be described", async () => {
    server.use(
      http.get(`${engine}/info`, () => HttpResponse.json({ ServerVersion: "29.0.1" })),
      http.get(`${engine}/images/json`, () => HttpResponse.json([])),
    );

    expect(await rig.engine.describe()).toMatchObject({
      kind: "Docker",
      version: "29.0.1",
      nvidia_runtime: false,
      live_restore: false,
    });
  });
});
