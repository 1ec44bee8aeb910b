import type Dockerode from "dockerode";
import { ContainerRefused } from "../engine";
import { readEngine } from "./ask-engine";

/**
 * The id of an image, which never moves as a tag does. Images are never pulled: what runs on a GPU is
 * what an operator put there.
 * @throws ContainerRefused when this host does not have it
 */
export async function findImage(docker: Dockerode, reference: string): Promise<string> {
  const found = await readEngine(docker.getImage(reference).inspect());
  if (found) return found.Id;
  throw new ContainerRefused(
    "engine_no_image",
    `This Docker host has no image ${reference}: build or load it there, or name another in the settings COSMOS_IMAGE_….`,
  );
}
