import { expect, test, vi } from "vitest";
import { EngineUnreachable } from "../engine/engine";
import { tentative } from "./tentative-source";

test("a host on which no GPU can be read has none, and is rarely asked again", async () => {
  const read = vi.fn(() => Promise.reject(new Error("could not select device driver")));
  const source = tentative({ read });

  expect(await source.read()).toBeNull();
  expect(await source.read()).toBeNull();
  expect(read).toHaveBeenCalledTimes(1);
});

test("of an engine that does not answer nothing is concluded; it is asked again", async () => {
  const answers = [() => Promise.reject(new EngineUnreachable("away")), () => Promise.resolve([])];
  const source = tentative({ read: () => answers.shift()?.() ?? Promise.resolve(null) });

  await expect(source.read()).rejects.toThrow("away");
  expect(await source.read()).toEqual([]);
});
