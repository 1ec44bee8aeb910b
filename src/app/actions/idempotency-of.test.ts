import { expect, test } from "vitest";
import { idempotencyOf } from "./idempotency-of";

function keyOf(form_key: string, wish: unknown): string | undefined {
  const form = new FormData();
  if (form_key) form.set("form_key", form_key);
  return idempotencyOf(form, wish).idempotency_key;
}

test("a form that is sent twice has one key", () => {
  expect(keyOf("abc", { seed: 1 })).toBe(keyOf("abc", { seed: 1 }));
});

test("another form, other settings or another prompt have another key", () => {
  const keys = [
    keyOf("abc", { seed: 1 }),
    keyOf("abd", { seed: 1 }),
    keyOf("abc", { seed: 2 }),
    keyOf("abc", { seed: 1, prompt_id: "x" }),
  ];

  expect(new Set(keys).size).toBe(keys.length);
});

test("a key has a length that a run takes, and a form without one has none", () => {
  expect(keyOf("k".repeat(5000), {})?.length).toBeLessThanOrEqual(200);
  expect(keyOf("", {})).toBeUndefined();
});
