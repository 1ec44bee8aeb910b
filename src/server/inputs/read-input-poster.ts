import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ServiceContext } from "../context";
import { notFound } from "../errors";
import { getInput } from "./get-input";
import { readInputManifest } from "./input-manifest";
import { makeInputPoster, posterFile } from "./make-input-poster";

/** How long a still that could not be made is not tried again. */
const REST_MS = 60_000;

/** Being made, or failed a moment ago, by folder: a page asks for many at once. */
const making = new Map<string, Promise<void>>();

/**
 * The still of an input, a JPEG; made now where the input came in without.
 * @throws AppError `not_found`, or ffmpeg's error when none can be made
 */
export async function readInputPoster(
  ctx: Pick<ServiceContext, "db" | "env">,
  name: string,
): Promise<Buffer> {
  const input = await getInput(ctx, name);
  const folder = join(ctx.env.dataDir, "inputs", input.name);
  const ready = await readFile(join(folder, posterFile)).catch(() => undefined);
  if (ready) return ready;
  const manifest = await readInputManifest(folder);
  if (!manifest) throw notFound("input folder", name);
  await makeOnce(folder, () => makeInputPoster(ctx.env, folder, manifest));
  return readFile(join(folder, posterFile));
}

function makeOnce(folder: string, make: () => Promise<void>): Promise<void> {
  const begun = making.get(folder);
  if (begun) return begun;
  const made = make();
  making.set(folder, made);
  made.then(
    () => making.delete(folder),
    () => setTimeout(() => making.delete(folder), REST_MS).unref(),
  );
  return made;
}
