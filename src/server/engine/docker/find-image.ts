import type Dockerode from "dockerode";
import { ContainerRefused, type EngineUnreachable } from "../engine";
import { isAnswer, readEngine } from "./ask-engine";

/**
 * The id of an image, which never moves as a tag does. Images are never pulled: what runs on a GPU is
 * what an operator put there.
 * @throws ContainerRefused when this host does not have it
 */
export async function findImage(docker: Dockerode, reference: string): Promise<string> {
  const found = await inspectImage(docker, reference);
  if (found) return found.Id;
  throw new ContainerRefused(
    "engine_no_image",
    `This Docker host has no image ${reference}: build or load it there, or name another in the settings COSMOS_IMAGE_….`,
  );
}

/** Null when this host has no such image, or could have none: it is no name of an image. */
export async function inspectImage(docker: Dockerode, reference: string) {
  try {
    return await readEngine(docker.getImage(reference).inspect());
  } catch (error) {
    const { cause } = error as EngineUnreachable;
    if (isAnswer(cause) && cause.statusCode === 400) return null;
    throw error;
  }
}
