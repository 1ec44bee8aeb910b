import { models } from "../models/registry";

const markers = Object.values(models).flatMap(({ operations }) =>
  Object.values(operations).flatMap(({ phases }) => phases),
);

/** Names of the phases in which a model is brought onto the GPU, `starting` before any sign of one. */
export const loadingPhases: readonly string[] = [
  ...new Set(["starting", ...markers.filter(({ loads }) => loads).map(({ phase }) => phase)]),
];
