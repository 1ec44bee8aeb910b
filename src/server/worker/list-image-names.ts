import { imageSetting } from "@/domain/models/define-model";
import { models } from "@/domain/models/registry";
import type { Env } from "@/env";

/** What the environment calls the images of the models, by the keys that models know them by. */
export function listImageNames(env: Env): Record<string, string> {
  const keys = Object.values(models)
    .flatMap(({ operations }) => Object.values(operations))
    .map(({ image }) => image);
  const settings = env as Record<string, unknown>;
  return Object.fromEntries(
    [...new Set(keys)].flatMap((key) => {
      const name = settings[imageSetting(key)];
      return typeof name === "string" ? [[key, name]] : [];
    }),
  );
}
