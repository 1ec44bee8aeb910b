import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ContainerRefused, type ContainerSpec, EngineUnreachable } from "@/server/engine/engine";
import type { EngineRig } from "../engine-conformance";
import { specOf } from "../engine/spec-of";
import { type FakeEngine, sayJson, startFakeEngine } from "./fake-engine";
import { makeFakeRig } from "./make-fake-rig";

let fake: FakeEngine;
let rig: EngineRig;

beforeEach(async () => {
  fake = await startFakeEngine();
  rig = makeFakeRig(fake.host);
});
afterEach(async () => {
  await fake.close();
  await rig.dispose();
});

const specOfNothing = () => specOf(rig, "");
/** What a container for that spec says of itself. */
const labelsOf = ({ instance, run_id, attempt, folder }: ContainerSpec) => ({
  "cosmos.instance": instance,
  "cosmos.run_id": run_id,
  "cosmos.attempt": String(attempt),
  "cosmos.gate": join(folder, `gate.docker.${attempt}`),
});
const namesOf = () => [...fake.containers.values()].map((container) => container.name);

/** Answers the first `times` requests of a kind in another way. */
function firstTimes(times: number, request: RegExp, status: number, message: string): void {
  let left = times;
  fake.on(request, (answer) => {
    if (left-- <= 0) return false;
    sayJson(answer, status, { message });
    return true;
  });
}

describe("a container that is being made", () => {
  test("whose name is reserved but cannot be seen yet is waited for and taken", async () => {
    const spec = specOfNothing();
    firstTimes(1, /^POST \/containers\/create$/, 409, "Conflict. The name is already in use.");
    firstTimes(3, new RegExp(`^GET /containers/${spec.name}/json$`), 404, "No such container");
    let asked = 0;
    fake.on(/^GET \/containers\/json$/, (answer) => {
      if (asked++ > 0) return false;
      sayJson(answer, 200, []);
      return true;
    });
    const theirs = fake.add({ name: spec.name, labels: labelsOf(spec) });

    const made = await rig.engine.createGated(spec);

    expect(made).toMatchObject({ id: theirs.Id, state: "gated" });
    expect(fake.containers.size).toBe(1);
  });

  test.each([
    ["of another program", { owner: "someone" }],
    ["that says nothing of itself", null],
  ])("whose name has a container %s gets its full name", async (_, labels) => {
    const spec = specOfNothing();
    fake.add({ name: spec.name, labels });

    const made = await rig.engine.createGated(spec);

    expect(made.name).toBe(spec.fallback_name);
    expect(namesOf()).toEqual([spec.name, spec.fallback_name]);
  });

  test("and is started already by someone else is as good as started by us", async () => {
    const spec = specOfNothing();
    fake.on(/^POST \/containers\/\w+\/start$/, (answer, asked) => {
      const id = asked.url?.split("/")[2] ?? "";
      const container = fake.containers.get(id);
      if (container) container.status = "running";
      answer.writeHead(304).end();
    });

    expect(await rig.engine.createGated(spec)).toMatchObject({ state: "gated" });
  });

  test("although its making was not confirmed is found and used when it is tried again", async () => {
    const spec = specOfNothing();
    let cut = false;
    fake.on(/^POST \/containers\/create$/, (answer) => {
      if (cut) return false;
      cut = true;
      fake.add({ name: spec.name, labels: labelsOf(spec) });
      answer.destroy();
      return true;
    });

    await expect(rig.engine.createGated(spec)).rejects.toThrow(EngineUnreachable);
    const made = await rig.engine.createGated(spec);

    expect(made).toMatchObject({ name: spec.name, state: "gated" });
    expect(fake.containers.size).toBe(1);
  });

  test("although its start was not confirmed is found running when it is tried again", async () => {
    const spec = specOfNothing();
    let cut = false;
    fake.on(/^POST \/containers\/\w+\/start$/, (answer, asked) => {
      if (cut) return false;
      cut = true;
      const container = fake.containers.get(asked.url?.split("/")[2] ?? "");
      if (container) container.status = "running";
      answer.destroy();
      return true;
    });

    await expect(rig.engine.createGated(spec)).rejects.toThrow(EngineUnreachable);
    const made = await rig.engine.createGated(spec);

    expect(made).toMatchObject({ name: spec.name, state: "gated" });
    expect(fake.asked.filter((what) => what === "POST /containers/create")).toHaveLength(1);
  });

  test.each([
    [500, "write /var/lib/docker/x: no space left on device"],
    [500, "something went wrong"],
    [503, "the engine is shutting down"],
  ])("and is answered %i: %s, can be made later", async (status, message) => {
    const spec = specOfNothing();
    firstTimes(1, /^POST \/containers\/create$/, status, message);

    const refused = await rig.engine.createGated(spec).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Error);
    expect(refused).not.toBeInstanceOf(ContainerRefused);

    expect(await rig.engine.createGated(spec)).toMatchObject({ state: "gated" });
  });

  test("in a way that the engine calls wrong is refused for good, in the engine's words", async () => {
    firstTimes(1, /^POST \/containers\/create$/, 400, "invalid mount config for type bind");

    const refused = await rig.engine.createGated(specOfNothing()).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(ContainerRefused);
    expect(refused).toMatchObject({
      error_code: expect.stringMatching(/^engine_/),
      message: expect.stringMatching(/\S+/),
    });
  });

  test("but cannot be started for want of a GPU leaves nothing behind", async () => {
    const message = 'could not select device driver "nvidia" with capabilities: [[gpu]]';
    firstTimes(1, /^POST \/containers\/\w+\/start$/, 500, message);

    await expect(rig.engine.createGated(specOfNothing())).rejects.toMatchObject({
      name: "ContainerRefused",
      error_code: "engine_no_gpu_toolkit",
    });

    expect(fake.containers.size).toBe(0);
  });

  test("but cannot be started for an unknown reason leaves nothing that holds its name", async () => {
    const spec = specOfNothing();
    firstTimes(1, /^POST \/containers\/\w+\/start$/, 500, "something went wrong");

    await expect(rig.engine.createGated(spec)).rejects.toThrow("something went wrong");
    expect(fake.containers.size).toBe(0);

    expect(await rig.engine.createGated(spec)).toMatchObject({ name: spec.name, state: "gated" });
  });
});

test("a container whose run's folder was removed is not called one that never began", async () => {
  const spec = specOfNothing();
  const { id } = await rig.engine.createGated(spec);
  const container = fake.containers.get(id);
  if (container) container.status = "exited";
  expect(await rig.engine.inspect(id)).toMatchObject({ state: "exited", started_at: null });

  rmSync(spec.folder, { recursive: true });

  expect(await rig.engine.inspect(id)).toMatchObject({ started_at: expect.any(Date) });
});

describe("a container that is being removed", () => {
  test.each([
    [404, "No such container"],
    [409, "removal of container is already in progress"],
  ])("is gone all the same when the engine answers %i: %s", async (status, message) => {
    const { id } = await rig.engine.createGated(specOfNothing());
    const container = fake.containers.get(id);
    if (container) container.status = "exited";
    firstTimes(1, /^DELETE /, status, message);

    await rig.engine.remove(id);

    expect(namesOf()).toEqual([container?.name]);
  });

  test("is not called gone when the engine fails", async () => {
    const { id } = await rig.engine.createGated(specOfNothing());
    const container = fake.containers.get(id);
    if (container) container.status = "exited";
    firstTimes(1, /^DELETE /, 500, "device or resource busy");

    await expect(rig.engine.remove(id)).rejects.toThrow("device or resource busy");
    await rig.engine.remove(id);

    expect(fake.containers.size).toBe(0);
  });
});
