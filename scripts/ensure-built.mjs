import { buildStamped, isStale } from "./build-stamp.mjs";

const steps = {
  bundles: async () => (await import("./build-bundles.mjs")).buildBundles(),
  types: async () => (await import("./build-client-types.mjs")).buildClientTypes(),
  pages: async () => (await import("./build-pages.mjs")).buildPages(),
};

/**
 * Builds those of the named parts that are missing or older than their sources.
 * @param {{ parts?: ("bundles" | "types" | "pages")[], always?: boolean }} [options]
 */
export async function ensureBuilt({ parts = ["bundles", "types", "pages"], always = false } = {}) {
  for (const part of parts) {
    if (!always && !isStale(part)) continue;
    const startedAt = performance.now();
    console.error(`Building the ${part} …`);
    await buildStamped(part, steps[part]);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.error(`Built the ${part} in ${seconds} s.`);
  }
}
