import type Dockerode from "dockerode";
import { inspectImage } from "./find-image";

/** The ids of the images that a host has, by the keys that models know them by; null for a missing one. */
export async function listImages(
  docker: Dockerode,
  references: Readonly<Record<string, string>>,
): Promise<Record<string, string | null>> {
  const found = await Promise.all(
    Object.entries(references).map(async ([key, reference]) => {
      const image = await inspectImage(docker, reference);
      return [key, image?.Id ?? null] as const;
    }),
  );
  return Object.fromEntries(found);
}
