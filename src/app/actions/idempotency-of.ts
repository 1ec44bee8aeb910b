import { createHash } from "node:crypto";

const KEY_MAX = 64;

/**
 * The key that lets a run be made once: the form's own (`form_key`) and what was asked for, so that
 * a form that was changed and sent again makes another run. Empty for a form without a key.
 */
export function idempotencyOf(form: FormData, wish: unknown): { idempotency_key?: string } {
  const form_key = String(form.get("form_key") ?? "").slice(0, KEY_MAX);
  if (!form_key) return {};
  const digest = createHash("sha256").update(JSON.stringify(wish)).digest("hex").slice(0, 32);
  return { idempotency_key: `form:${form_key}:${digest}` };
}
