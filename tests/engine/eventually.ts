import { setTimeout as sleep } from "node:timers/promises";

/** Polls until `look` gives something other than undefined, null or false; throws after `timeMs`. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  timeMs = 10_000,
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = Date.now() + timeMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== null && seen !== false) {
      return seen as Exclude<T, undefined | null | false>;
    }
    if (Date.now() > deadline) throw new Error(`Not seen within ${timeMs} ms: ${look}`);
    await sleep(5);
  }
}

/** Looks again and again for `timeMs`; throws as soon as what it sees is no longer what it was. */
export async function staysTheSame<T>(look: () => T | Promise<T>, timeMs = 300): Promise<T> {
  const first = await look();
  for (const deadline = Date.now() + timeMs; Date.now() < deadline; await sleep(20)) {
    const now = await look();
    if (now !== first) throw new Error(`Changed from ${first} to ${now}: ${look}`);
  }
  return first;
}
