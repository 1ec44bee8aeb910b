import type Dockerode from "dockerode";
import { readEngine } from "./ask-engine";

/** The ids of the images that a host has, by the keys that models know them by; null for a missing one. */
export async function listImages(
  docker: Dockerode,
  references: Readonly<Record<string, string>>,
): Promise<Record<string, string | null>> {
  const found = await Promise.all(
    Object.entries(references).map(async ([key, reference]) => {
      const image = await readEngine(docker.getImage(reference).inspect());
      return [key, image?.Id ?? null] as const;
    }),
  );
  return Object.fromEntries(found);
}
