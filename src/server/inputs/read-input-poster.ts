import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { InputRecord } from "@/domain/records";
import { makePoster } from "@/media/make-poster";
import type { ServiceContext } from "../context";
import { findFfmpeg } from "./find-ffmpeg";
import { getInput } from "./get-input";

/** How long a poster that could not be made is not tried again. */
const REST_MS = 60_000;

/** Being made, or failed a moment ago, by path: a page asks for many at once. */
const making = new Map<string, Promise<void>>();

/**
 * The poster of an input, a JPEG; made when it is asked for the first time.
 * @throws AppError `not_found`, or ffmpeg's error when none can be made
 */
export async function readInputPoster(
  ctx: Pick<ServiceContext, "db" | "env">,
  name: string,
): Promise<Buffer> {
  const input = await getInput(ctx, name);
  const poster = join(ctx.env.dataDir, "inputs", input.name, "poster.jpg");
  const ready = await readFile(poster).catch(() => undefined);
  if (ready) return ready;
  await makeOnce(poster, () => makeFrom(ctx.env, input, poster));
  return readFile(poster);
}

function makeOnce(poster: string, make: () => Promise<void>): Promise<void> {
  const begun = making.get(poster);
  if (begun) return begun;
  const made = make();
  making.set(poster, made);
  made.then(
    () => making.delete(poster),
    () => setTimeout(() => making.delete(poster), REST_MS).unref(),
  );
  return made;
}

type Input = Pick<InputRecord, "name" | "files">;

async function makeFrom(env: ServiceContext["env"], input: Input, poster: string): Promise<void> {
  const [video] = input.files;
  if (!video) throw new Error(`Input ${input.name} has no video.`);
  const ffmpeg = await findFfmpeg(env);
  await makePoster(ffmpeg, { path: join(env.dataDir, video.path), facts: video.media }, poster);
}
