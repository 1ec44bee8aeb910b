import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { describeInBrowser, test } from "./browser-test";

const KB = 1000;

/** Compressed size of every script that a page's document asks for, as a current browser reads it. */
async function scriptBytes(origin: string, path: string): Promise<number> {
  const html = await (await fetch(`${origin}${path}`)).text();
  const tags = html.match(/<script [^>]*src="[^"]+"[^>]*>/g) ?? [];
  const sources = tags
    .filter((tag) => !/nomodule/i.test(tag))
    .flatMap((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? []);
  const scripts = [...new Set(sources)].map(async (source) => {
    const answer = await fetch(new URL(source, origin));
    expect(answer.status, source).toBe(200);
    return gzipSync(Buffer.from(await answer.arrayBuffer())).length;
  });
  const sizes = await Promise.all(scripts);
  return sizes.reduce((total, size) => total + size, 0);
}

describeInBrowser("scripts", () => {
  test("the first page asks for no more than 180 kB of them", async ({ console: product }) => {
    const bytes = await scriptBytes(product.server.url, "/");

    expect(bytes).toBeGreaterThan(50 * KB);
    expect(bytes).toBeLessThanOrEqual(180 * KB);
  });
});
