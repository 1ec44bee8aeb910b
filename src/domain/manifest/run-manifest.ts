import { z } from "zod";

const HashedFile = z.looseObject({ path: z.string(), bytes: z.number(), sha256: z.string() });
/** A version is told alone or among other facts. */
const Version = z.union([
  z.string(),
  z.object({ version: z.string() }).transform(({ version }) => version),
]);
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().catch(undefined);

/**
 * What `manifest.json` of a run's folder tells. Any part may be missing: it is written when the run is
 * made ready and completed when it ends, and an older version may have known less.
 */
export const RunManifest = z.looseObject({
  attempt: maybe(z.number()),
  engine: maybe(z.string()),
  image: maybe(z.string()),
  /** The digest of the image that was used. */
  image_id: maybe(z.string()),
  argv: maybe(z.array(z.string())),
  spec: maybe(z.record(z.string(), z.unknown())),
  versions: maybe(z.record(z.string(), Version)),
  inputs: maybe(z.array(HashedFile)),
  exit_code: maybe(z.number()),
  log: maybe(z.looseObject({ bytes: z.number().optional(), sha256: z.string().optional() })),
});
export type RunManifest = z.infer<typeof RunManifest>;
